using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Importing;

/// <summary>Finds in a pair of scripts what an attribute does better: locks that die with their client, saves, units stopped and started, mounts frozen by hand.</summary>
internal sealed class Recognition(ImportedProfile profile, ImportedScript pre, ImportedScript post)
{
    /// <summary>Statements that only prepare a lock or look at it.</summary>
    private static readonly string[] s_harmless = ["FLUSH ", "SET SESSION ", "SHOW MASTER STATUS", "SHOW BINARY LOG STATUS", "CHECKPOINT", "\\Q", "QUIT", "EXIT"];

    public void Run()
    {
        RecogniseSql();
        RecogniseRedis();
        RecogniseUnits();
        RecogniseFreezes();
        if (pre.KeepsReplacedCommands || post.KeepsReplacedCommands)
            profile.Notes.Add("A command that an attribute replaces stands among others, and stayed in its step. Take it out there.");
    }

    private void RecogniseSql()
    {
        foreach (SqlOfClient sql in pre.Sql.Where(sql => TakesSomething(sql) || sql.Says("CHECKPOINT")))
        {
            StepCommand client = ClientOf(pre, sql);
            profile.Add(sql.Dialect == SqlDialect.PostgreSql
                ? new ImportedEngine("PostgreSql", "postgresql", ClientOptions.Of(client, profile.Notes), sql.Range.Start)
                : MySqlFamily(sql, client));
            ReplaceIfNothingElse(pre, sql);
        }

        // What is released without having been taken belongs to something that was not recognised.
        foreach (SqlOfClient sql in post.Sql.Where(_ => profile.Engines.Count > 0))
            ReplaceIfNothingElse(post, sql);
    }

    private ImportedEngine MySqlFamily(SqlOfClient sql, StepCommand client)
    {
        bool isInstanceLock = sql.Says("LOCK INSTANCE FOR BACKUP");
        bool isMariaDb = !isInstanceLock && (client.Name == "mariadb" || sql.Says("BACKUP STAGE") || File.Exists("/usr/bin/mariadb") || File.Exists("/usr/sbin/mariadbd"));
        profile.Notes.Add($"{pre.Path} took its lock by a client that ended at once, and the lock with it: no backup so far was consistent by it. [{(isMariaDb ? "MariaDb" : "MySql")}] holds its own in a session that lives.");
        if (!isInstanceLock && client.Name != "mariadb")
            profile.Notes.Add($"Whether the server is MariaDB or MySQL was judged by this machine; the other attribute is [{(isMariaDb ? "MySql" : "MariaDb")}].");
        string options = ClientOptions.Of(client, profile.Notes);
        return isMariaDb
            ? new ImportedEngine("MariaDb", "mariadb", options, sql.Range.Start, Limits.DefaultLockWaitInSeconds)
            : new ImportedEngine("MySql", "mysql", $", Method = MySqlQuiesce.{(isInstanceLock ? "InstanceLock" : "ReadLock")}{options}", sql.Range.Start, Limits.DefaultLockWaitInSeconds);
    }

    private void RecogniseRedis()
    {
        foreach (StepCommand command in pre.Commands.Where(command => command.Name == "redis-cli" && command.Arguments.Any(argument => argument.Text.ToUpperInvariant() is "SAVE" or "BGSAVE")))
        {
            profile.Add(new ImportedEngine("Redis", "redis", ClientOptions.Of(command, profile.Notes), command.Range.Start));
            pre.Replace(command.Site.Command);
        }
    }

    /// <summary>Only units that are started again, all of them: what stays stopped was meant otherwise.</summary>
    private void RecogniseUnits()
    {
        StepCommand[] stops = [.. Systemctl(pre, "stop")];
        StepCommand[] starts = [.. Systemctl(post, "start")];
        string[] stopped = [.. stops.SelectMany(UnitsOf).Distinct()];
        if (stopped.Length == 0 || !starts.SelectMany(UnitsOf).ToHashSet().SetEquals(stopped))
            return;

        profile.Add(new ImportedEngine("SystemdUnits", "services", ", " + string.Join(", ", stopped.Select(CSharpLiteral.Of)), stops[0].Range.Start));
        foreach (StepCommand stop in stops)
            pre.Replace(stop.Site.Command);
        foreach (StepCommand start in starts)
            post.Replace(start.Site.Command);
    }

    private void RecogniseFreezes()
    {
        foreach (StepCommand freeze in Freezers(pre, "-f", "--freeze"))
        {
            string mount = freeze.Operands.Last();
            profile.Mounts.Add(mount);
            profile.Notes.Add($"{pre.Path} froze {mount} by itself. The host freezes now: a mount that is frozen already would be refused.");
            pre.Replace(freeze.Site.Command);
        }

        foreach (StepCommand thaw in Freezers(post, "-u", "--unfreeze").Where(thaw => profile.Mounts.Contains(thaw.Operands.Last())))
            post.Replace(thaw.Site.Command);
    }

    private static IEnumerable<StepCommand> Systemctl(ImportedScript script, string verb) =>
        script.Commands.Where(command => command.Name == "systemctl" && command.Arguments.All(argument => argument.IsLiteral) && command.Operands.FirstOrDefault() == verb && command.Operands.Count() > 1);

    private static IEnumerable<string> UnitsOf(StepCommand systemctl) =>
        systemctl.Operands.Skip(1).Select(unit => unit.EndsWith(".service", StringComparison.Ordinal) ? unit[..^".service".Length] : unit);

    private static IEnumerable<StepCommand> Freezers(ImportedScript script, params string[] options) => script.Commands.Where(command =>
        command.Name is "fsfreeze" or "xfs_freeze" && command.Has(options) && command.Operands.LastOrDefault()?.StartsWith('/') == true && command.Arguments.All(argument => argument.IsLiteral));

    private static bool TakesSomething(SqlOfClient sql) => OneShotLockRule.LocksOf(sql.Dialect).Any(sql.Says);

    private static void ReplaceIfNothingElse(ImportedScript script, SqlOfClient sql)
    {
        string[] known = [.. OneShotLockRule.LocksOf(sql.Dialect), .. OneShotLockRule.ReleasesOf(sql.Dialect)];
        if (sql.Statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(statement =>
            known.Any(phrase => statement.Contains(phrase, StringComparison.Ordinal)) || s_harmless.Any(start => statement.StartsWith(start, StringComparison.Ordinal))))
        {
            script.Replace(ClientOf(script, sql).Site.Command);
        }
    }

    private static StepCommand ClientOf(ImportedScript script, SqlOfClient sql) => script.Commands.First(command => command.Range == sql.Range && command.Name == sql.Client);
}
