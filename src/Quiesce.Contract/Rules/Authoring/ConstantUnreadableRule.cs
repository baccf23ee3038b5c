using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>No generator sees what other generators add; the compiler, which sees everything, then has nothing to report.</summary>
internal sealed class ConstantUnreadableRule : Rule
{
    public const string RuleId = "QSC6011";
    public const string RuleTitle = "Profile uses a constant that the generator cannot read";
    public const string RuleMessageFormat = "An argument or step of the profile '{0}' has no value when profiles are compiled; constants added by other generators cannot be used";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { HasUnreadableConstant: true })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName);
    }
}
