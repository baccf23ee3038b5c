using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>While a lock is waited for, every other writer queues behind it: the wait needs an end, before the lease has its own.</summary>
internal sealed class LockWaitOutsideLeaseRule : Rule
{
    public const string RuleId = "QSC2005";
    public const string RuleTitle = "Lock wait is missing or not below the lease";
    public const string RuleMessageFormat = "LockWaitInSeconds of '{0}' is {1}; it must be at least {2} and below the lease of {3} s";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Budgets;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index].LockWait() is not { } wait || profile.Run.LeaseInSeconds is not { } lease)
                continue;

            if (wait < Limits.MinLockWaitInSeconds)
                yield return Outside(index, profile.Engines[index].Name, wait, Limits.MinLockWaitInSeconds, lease);
            else if (wait >= lease)
                yield return Outside(index, profile.Engines[index].Name, wait, lease > Limits.MinLockWaitInSeconds ? lease - 1 : null, lease);
        }
    }

    private Violation Outside(int engine, string? name, int wait, int? nearest, int lease)
        => Violated(SettingPath.OfEngine(engine, nameof(MariaDbSpec.LockWaitInSeconds)), nearest, name ?? "", wait, Limits.MinLockWaitInSeconds, lease);
}
