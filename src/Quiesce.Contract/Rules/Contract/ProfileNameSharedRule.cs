using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A profile's name is its folder's: of two profiles with one name, one would overwrite the other.</summary>
/// <remarks>No profile breaks this rule by itself, so <see cref="Check"/> finds nothing; whoever sees all profiles of a project asks <see cref="Shared"/>.</remarks>
internal sealed class ProfileNameSharedRule : Rule
{
    public const string RuleId = "QSC1010";
    public const string RuleTitle = "Two profiles have the same name";
    public const string RuleMessageFormat = "The profile name '{0}' is also that of {1}; a name is the name of the profile's folder, and must be unique in the project";

    public static readonly ProfileNameSharedRule Instance = new();

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Project;

    public override IEnumerable<Violation> Check(ProfileSpec profile) => [];

    public Violation Shared(string name, string otherType) => Violated(SettingPath.OfProfile(nameof(ProfileSpec.Name)), nearest: null, name, otherType);
}
