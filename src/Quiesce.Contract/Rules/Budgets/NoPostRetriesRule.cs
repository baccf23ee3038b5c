using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Letting go deserves a second attempt.</summary>
internal sealed class NoPostRetriesRule : Rule
{
    public const string RuleId = "QSC2006";
    public const string RuleTitle = "Post script has a single attempt while an engine is held";
    public const string RuleMessageFormat = "PostScriptNoOfRetries is 0 while '{0}' is held; if the only attempt fails, writers stand still until the lease ends after {1} s";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Info;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (profile.Host.PostScriptNoOfRetries == 0 && profile.Engines.FirstOrDefault(engine => engine.StallsWriters) is { } held && profile.Run.LeaseInSeconds is { } lease)
            yield return Violated(SettingPath.OfProfile(nameof(HostSettings.PostScriptNoOfRetries)), Limits.SuggestedPostRetries, held.Name ?? "", lease);
    }
}
