using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A profile has one set of files; a generic class would have one for every type argument.</summary>
internal sealed class ProfileGenericRule : Rule
{
    public const string RuleId = "QSC6002";
    public const string RuleTitle = "Profile class is generic";
    public const string RuleMessageFormat = "The profile class '{0}' is generic or stands in a generic type; a profile is one set of files, whatever a type argument may be";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Authoring;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Declaration;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Declaration is { IsGeneric: true })
            yield return Violated(SettingPath.OfProfile(nameof(ProfileSpec.Declaration)), nearest: null, profile.TypeName);
    }
}
