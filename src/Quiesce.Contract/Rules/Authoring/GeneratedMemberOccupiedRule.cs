using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The generated part adds members of fixed names.</summary>
internal sealed class GeneratedMemberOccupiedRule : Rule
{
    public const string RuleId = "QSC6010";
    public const string RuleTitle = "Profile class has a member that would be generated";
    public const string RuleMessageFormat = "The profile class '{0}' declares '{1}', which the compiled part brings along; rename it";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is not { } declaration)
            yield break;

        foreach (var member in declaration.OccupiedMembers)
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName, member);
    }
}
