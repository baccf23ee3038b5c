using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class StepSamples
{
    public static readonly RuleSample[] All =
    [
        OfStep(StepUnparsableRule.RuleId, "[|\"if a; then b\"|]", "\"if a; then b; fi\""),
        OfStep(StepUnparsableRule.RuleId, "\"names=[|(|]a b)\"", "\"names='(a b)'\""),
        OfStep(BeyondPosixRule.RuleId, "\"[|source|] ./env\"", "\". ./env\""),
        OfStep(BackgroundKeepsDescriptorsRule.RuleId, "\"tail -f /x [|&|]\"", "\"tail -f /x >/dev/null 2>&1 &\""),
        OfStep(StepWaitsForSomebodyRule.RuleId, "\"[|sudo|] sync\"", "\"sudo -n sync\""),
        OfStep(OneShotLockRule.RuleId, "\"[|mysql|] -e 'FLUSH TABLES WITH READ LOCK'\"", "\"mysql -e 'FLUSH TABLES'\""),
        OfStep(ExclusiveBackupRule.RuleId, "\"[|psql|] -c 'select pg_start_backup(1)'\"", "\"psql -c 'select pg_start_backup(1, false, false)'\""),
        OfStep(StepStopsWithoutUndoRule.RuleId, "\"[|systemctl|] stop worker\"", "\"systemctl start worker\""),
        OfMember(
            UndoUnknownRule.RuleId,
            "[BeforeQuiesce(Undo = §)] private const string Step = \"true\"; private const string Resume = \"true\";",
            "[|\"Resum\"|]",
            "\"Resume\""),
    ];
}
