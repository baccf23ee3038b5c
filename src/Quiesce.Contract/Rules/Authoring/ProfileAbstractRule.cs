using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Nobody derives from a profile: the generated members are static.</summary>
internal sealed class ProfileAbstractRule : Rule
{
    public const string RuleId = "QSC6003";
    public const string RuleTitle = "Profile class is abstract";
    public const string RuleMessageFormat = "The profile class '{0}' must not be abstract; declare it static";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { IsAbstract: true })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName);
    }
}
