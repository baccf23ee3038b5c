using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class BudgetSamples
{
    public static readonly RuleSample[] All =
    [
        OfSetting(LeaseTooShortForHostRule.RuleId, "LeaseInSeconds = §", "[|70|]", "71"),
        OfSetting(LeaseTooShortForHostRule.RuleId, "LeaseInSeconds = [|70|], FreezeLimitInSeconds = §", "60", "59"),
        OfSetting(LeaseTooLongRule.RuleId, "LeaseInSeconds = §", "[|301|]", "300"),
        OfSetting(ScriptBudgetExceededRule.RuleId, "TimeoutInSeconds = §", "[|9|]", "10"),
        OfMember(ScriptBudgetExceededRule.RuleId, "[BeforeQuiesce(TimeoutInSeconds = §)] private const string Step = \"true\";", "21", "20").AtTheProfile(),
        OfSetting(FreezeLimitOutsideContractRule.RuleId, "FreezeLimitInSeconds = §", "[|0|]", "1"),
        OfSetting(FreezeLimitOutsideContractRule.RuleId, "FreezeLimitInSeconds = §", "[|61|]", "60"),
        OfEngine(LockWaitOutsideLeaseRule.RuleId, "[MariaDb(\"orders\", LockWaitInSeconds = §)]", "[|0|]", "1"),
        OfEngine(LockWaitOutsideLeaseRule.RuleId, "[MySql(\"orders\", LockWaitInSeconds = §)]", "[|90|]", "89"),
        OfEngine(LockWaitOutsideLeaseRule.RuleId, "[MongoDb(\"carts\", Method = MongoDbQuiesce.FsyncLock, LockWaitInSeconds = §)]", "[|90|]", "89"),
        OfSetting(NoPostRetriesRule.RuleId, "PostScriptNoOfRetries = §", "[|0|]", "1"),
        OfEngine(StallingEngineFirstRule.RuleId, "[[|MySql|](\"users\", Method = §), PostgreSql(\"ledger\")]", "MySqlQuiesce.ReadLock", "MySqlQuiesce.InstanceLock"),
        OfMember(StepTimeoutOutsideContractRule.RuleId, "[BeforeQuiesce(TimeoutInSeconds = §)] private const string Step = \"true\";", "[|0|]", "1"),
        OfMember(StepTimeoutOutsideContractRule.RuleId, "[AfterRelease(TimeoutInSeconds = §)] private const string Step = \"true\";", "[|1801|]", "1800"),
    ];

    private static RuleSample AtTheProfile(this RuleSample sample) => sample with { Source = sample.Source.Replace("[ConsistencyProfile", "[[|ConsistencyProfile|]") };
}
