using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A location that the author chose, instead of the folder named by the hash, can be chosen twice.</summary>
/// <remarks>No profile breaks this rule by itself, so <see cref="Check"/> finds nothing; whoever sees all profiles of a project asks <see cref="Shared"/>.</remarks>
internal sealed class ScriptPathSharedRule : Rule
{
    public const string RuleId = "QSC1015";
    public const string RuleTitle = "Two profiles install a script at the same path";
    public const string RuleMessageFormat = "{0} is '{1}', where {2} installs a script too; on a machine that has both, one overwrites the other";

    public static readonly ScriptPathSharedRule Instance = new();

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Warning;
    public override RuleSubject Subject => RuleSubject.Project;

    public override IEnumerable<Violation> Check(ProfileSpec profile) => [];

    public Violation Shared(string setting, string path, string otherType) => Violated(SettingPath.OfProfile(setting), nearest: null, setting, path, otherType);

    /// <summary>The locations that a profile chooses itself.</summary>
    public static IEnumerable<(string Setting, string Path)> ChosenBy(ProfileSpec profile)
    {
        if (profile.Host.PreScriptLocation is { } pre)
            yield return (nameof(HostSettings.PreScriptLocation), pre);
        if (profile.Host.PostScriptLocation is { } post)
            yield return (nameof(HostSettings.PostScriptLocation), post);
    }
}
