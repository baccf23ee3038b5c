using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>A lock belongs to its session, and a client that was given its statements ends after the last of them: the lock is gone before the freeze begins.</summary>
internal sealed class OneShotLockRule : StepTextRule
{
    public const string RuleId = "QSC5005";
    public const string RuleTitle = "Lock ends with the client that takes it";
    public const string RuleMessageFormat = "{0}, line {1}, column {2}: what '{3}' takes by {4} is gone when {3} ends, before the freeze; {5}";

    private static readonly string[] MySqlLocks =
        ["WITH READ LOCK", "FOR EXPORT", "LOCK INSTANCE FOR BACKUP", "LOCK TABLES FOR BACKUP", "LOCK BINLOG FOR BACKUP", "LOCK TABLES", "LOCK TABLE", "BACKUP STAGE", "BACKUP LOCK"];

    private static readonly string[] MySqlReleases = ["UNLOCK TABLES", "UNLOCK TABLE", "UNLOCK INSTANCE", "UNLOCK BINLOG", "BACKUP STAGE END", "BACKUP UNLOCK"];

    private static readonly string[] PostgreSqlLocks = ["PG_BACKUP_START", "PG_START_BACKUP"];

    private static readonly string[] PostgreSqlReleases = ["PG_BACKUP_STOP", "PG_STOP_BACKUP"];

    /// <summary>What keeps a session for as long as its author wants it.</summary>
    private static readonly string[] Waits = ["SLEEP(", "SLEEP (", "\\!", "SYSTEM "];

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Warning;

    /// <summary>The phrases, in upper case, that take a lock or end it.</summary>
    public static string[] LocksOf(SqlDialect dialect) => dialect == SqlDialect.MySql ? MySqlLocks : PostgreSqlLocks;

    /// <inheritdoc cref="LocksOf"/>
    public static string[] ReleasesOf(SqlDialect dialect) => dialect == SqlDialect.MySql ? MySqlReleases : PostgreSqlReleases;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
    {
        foreach (var sql in SqlOfClient.In(script))
        {
            if (ReleasesOf(sql.Dialect).Any(sql.Says) || Waits.Any(sql.Says) || ExclusiveBackup.IsStartedBy(sql))
                continue;
            if (LocksOf(sql.Dialect).FirstOrDefault(sql.Says) is { } taken)
                yield return new(sql.Range, sql.Client, taken, InsteadOf(sql.Dialect));
        }
    }

    private static Phrase InsteadOf(SqlDialect dialect)
        => dialect == SqlDialect.MySql
            ? new("let [MariaDb] or [MySql] hold it in a session that lives until the post script")
            : new("let [PostgreSql] bring the server to rest");
}
