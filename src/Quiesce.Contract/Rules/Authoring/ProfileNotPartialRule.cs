using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Only a partial class can take up what is compiled from it.</summary>
internal sealed class ProfileNotPartialRule : Rule
{
    public const string RuleId = "QSC6001";
    public const string RuleTitle = "Profile class is not partial";
    public const string RuleMessageFormat = "The profile class '{0}' must be declared partial: the compiled profile becomes a part of it";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { IsPartial: false })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName);
    }
}
