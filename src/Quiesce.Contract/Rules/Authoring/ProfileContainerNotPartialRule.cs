using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The compiled part of a nested class repeats the types around it.</summary>
internal sealed class ProfileContainerNotPartialRule : Rule
{
    public const string RuleId = "QSC6005";
    public const string RuleTitle = "Profile class is nested in a type that is not partial";
    public const string RuleMessageFormat = "The profile class '{0}' is nested in '{1}', which must be declared partial as well";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { ContainerNotPartial: { } container })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName, container);
    }
}
