using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>A step without time never runs, and none can have more than its script.</summary>
internal sealed class StepTimeoutOutsideContractRule : Rule
{
    public const string RuleId = "QSC2008";
    public const string RuleTitle = "Step timeout is outside the range";
    public const string RuleMessageFormat = "TimeoutInSeconds of the step '{0}' is {1}; it must be {2} to {3} seconds";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Steps.Count; index++)
        {
            var step = profile.Steps[index];
            if (step.TimeoutInSeconds is < Limits.MinTimeoutInSeconds and { } none)
                yield return Outside(index, step.Member, none, Limits.MinTimeoutInSeconds);
            else if (step.TimeoutInSeconds is > Limits.MaxTimeoutInSeconds and { } tooLong)
                yield return Outside(index, step.Member, tooLong, Limits.MaxTimeoutInSeconds);
        }
    }

    private Violation Outside(int step, string member, int timeout, int nearest)
        => Violated(SettingPath.OfStep(step, nameof(StepSpec.TimeoutInSeconds)), nearest, member, timeout, Limits.MinTimeoutInSeconds, Limits.MaxTimeoutInSeconds);
}
