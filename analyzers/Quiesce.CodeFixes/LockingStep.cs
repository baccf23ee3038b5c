using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Contract.Shell;

namespace Quiesce.CodeFixes;

/// <summary>A step that does nothing but take or release a lock through a client, read so far that an engine's attribute can say the same.</summary>
/// <param name="Sql">What the client is given.</param>
/// <param name="Connection">How it reaches the server, as settings of the attribute.</param>
internal sealed record LockingStep(SqlOfClient Sql, IReadOnlyList<(string Setting, string Value)> Connection)
{
    /// <summary>What may stand beside the lock: it only prepares it.</summary>
    private static readonly string[] Preparations = ["FLUSH ", "SET ", "SHOW ", "CHECKPOINT"];

    public bool TakesLock => Does(OneShotLockRule.LocksOf(Sql.Dialect));

    public bool OnlyReleases => Statements.All(statement => OneShotLockRule.ReleasesOf(Sql.Dialect).Any(statement.Contains));

    private string[] Statements
        => [.. Sql.Statements.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(statement => statement.Trim(' ', '"', '\'')).Where(statement => statement.Length > 0)];

    /// <returns><see langword="null"/> where the step does anything else, or reaches its server in a way that would be lost.</returns>
    public static LockingStep? Of(string text)
    {
        var script = ShellScript.Of(text);
        var clients = SqlOfClient.In(script).ToList();
        var commands = StepCommand.In(script);
        if (clients.Count != 1 || script.SimpleCommands.Count != 1 || commands.Last() is not { } client || client.Name != clients[0].Client)
            return null;

        var isStartedPlainly = commands.Take(commands.Count - 1).All(starter => IsTransparent(starter, clients[0].Dialect));
        return isStartedPlainly && ConnectionOf(client, clients[0].Dialect) is { } connection ? new LockingStep(clients[0], connection) : null;
    }

    private bool Does(string[] phrases)
        => Statements.Any(statement => phrases.Any(statement.Contains))
            && Statements.All(statement => phrases.Any(statement.Contains) || Preparations.Any(start => statement.StartsWith(start, StringComparison.Ordinal)));

    /// <summary>Scripts run as root and the attribute's client as root, for PostgreSQL as postgres: starting it as just that user adds nothing.</summary>
    private static bool IsTransparent(StepCommand starter, SqlDialect dialect)
    {
        // What follows the started program is its own.
        var started = CommandStarter.OperandsOf(starter);
        var own = started > 0 ? starter.Arguments.Take(started - 1) : starter.Arguments;
        return starter.Name is "sudo" or "su" or "runuser"
            && (dialect == SqlDialect.PostgreSql ? own.Any(argument => argument.Is("postgres")) : own.All(argument => argument.Text is "-n" or "--non-interactive"));
    }

    private static List<(string Setting, string Value)>? ConnectionOf(StepCommand client, SqlDialect dialect)
    {
        var connection = new List<(string, string)>();
        for (var i = 0; i < client.Arguments.Count; i++)
        {
            var argument = client.Arguments[i];
            if (!argument.IsLiteral)
                return null;
            if (IsStatementOption(argument.Text, dialect))
                i++;
            else if (SettingOf(argument.Text, client.Arguments.ElementAtOrDefault(i + 1)?.Text ?? "", dialect) is var (setting, value, words))
                (connection, i) = ([.. connection, (setting, value)], i + words);
            else if (!IsAboutOutput(argument.Text, dialect))
                return null;
        }

        return connection;
    }

    private static (string Setting, string Value, int Words)? SettingOf(string option, string next, SqlDialect dialect)
    {
        var sign = option.IndexOf('=');
        if (sign > 0 && Named(option.Substring(0, sign), dialect) is { } setting)
            return (setting, option.Substring(sign + 1), 0);
        return Named(option, dialect) is { } separate && next.Length > 0 ? (separate, next, 1) : null;
    }

    private static string? Named(string option, SqlDialect dialect) => (dialect, option) switch
    {
        (SqlDialect.MySql, "-u" or "--user") or (SqlDialect.PostgreSql, "-U" or "--username") => nameof(DatabaseServerSpec.User),
        (SqlDialect.MySql, "-S" or "--socket") => nameof(MariaDbSpec.Socket),
        (SqlDialect.MySql, "--defaults-extra-file") => nameof(MariaDbSpec.DefaultsFile),
        (SqlDialect.PostgreSql, "-d" or "--dbname") => nameof(PostgreSqlSpec.Database),
        _ => null,
    };

    private static bool IsStatementOption(string option, SqlDialect dialect)
        => option is "-e" or "-Be" or "-Bse" or "-Ne" or "-BNe" or "--execute" && dialect == SqlDialect.MySql
            || option is "-c" or "-Atc" or "-tAc" or "-qc" or "-Xc" or "--command" && dialect == SqlDialect.PostgreSql;

    private static bool IsAboutOutput(string option, SqlDialect dialect)
        => option.StartsWith("--execute=", StringComparison.Ordinal) || option.StartsWith("--command=", StringComparison.Ordinal)
            || option is "-B" or "-s" or "-N" or "--batch" or "--silent" or "--skip-column-names"
            || (dialect == SqlDialect.PostgreSql && option is "-A" or "-t" or "-q" or "-X" or "-At" or "-AtX" or "--quiet" or "--no-psqlrc" or "--tuples-only");
}
