using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The compiled part stands in another file.</summary>
internal sealed class ProfileFileLocalRule : Rule
{
    public const string RuleId = "QSC6004";
    public const string RuleTitle = "Profile class is local to its file";
    public const string RuleMessageFormat = "The profile class '{0}' is local to its file, where the compiled part cannot join it; remove the 'file' modifier";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { IsFileLocal: true })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName);
    }
}
