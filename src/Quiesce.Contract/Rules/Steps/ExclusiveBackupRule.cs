using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>PostgreSQL 15 removed the exclusive backup mode; before, it left a label in the data directory that keeps a server from starting after a crash.</summary>
internal sealed class ExclusiveBackupRule : StepTextRule
{
    public const string RuleId = "QSC5006";
    public const string RuleTitle = "Exclusive backup mode is gone since PostgreSQL 15";
    public const string RuleMessageFormat =
        "{0}, line {1}, column {2}: pg_start_backup() in exclusive mode is gone since PostgreSQL 15, and before it a crash could leave a server that does not start; let [PostgreSql] checkpoint before the freeze";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Warning;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
        => SqlOfClient.In(script).Where(ExclusiveBackup.IsStartedBy).Select(sql => new StepFinding(sql.Range));
}
