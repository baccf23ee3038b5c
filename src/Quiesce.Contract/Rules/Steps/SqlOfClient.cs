using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

internal enum SqlDialect
{
    MySql,
    PostgreSql,
}

/// <summary>The statements that a step gives to a database's client: as an option, in a here-document, or through a pipe from <c>echo</c> or <c>printf</c>.</summary>
/// <param name="Dialect">Whose client it is.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Statements">All it is given, in upper case and with single spaces.</param>
/// <param name="Range">The place to blame.</param>
internal sealed record SqlOfClient(SqlDialect Dialect, string Client, string Statements, TextRange Range)
{
    public static IEnumerable<SqlOfClient> In(ShellScript script)
    {
        if (script.Error is not null)
            return [];

        return from command in StepCommand.In(script)
               let dialect = DialectOf(command.Name)
               where dialect is not null
               let texts = TextsOf(command, dialect.Value).ToList()
               where texts.Count > 0
               select new SqlOfClient(dialect.Value, command.Name, Normalized(string.Join(" ; ", texts)), command.Range);
    }

    public bool Says(string statement) => Statements.IndexOf(statement, StringComparison.Ordinal) >= 0;

    private static SqlDialect? DialectOf(string client) => client switch
    {
        "mysql" or "mariadb" => SqlDialect.MySql,
        "psql" => SqlDialect.PostgreSql,
        _ => null,
    };

    private static IEnumerable<string> TextsOf(StepCommand client, SqlDialect dialect)
    {
        var (shortOption, longOption) = dialect == SqlDialect.MySql ? ("-e", "--execute") : ("-c", "--command");
        for (var i = 0; i < client.Arguments.Count; i++)
        {
            var text = client.Arguments[i].Text;
            if ((text == longOption || EndsWithOption(text, shortOption)) && i + 1 < client.Arguments.Count)
                yield return client.Arguments[++i].Text;
            else if (text.StartsWith(longOption + "=", StringComparison.Ordinal))
                yield return text.Substring(longOption.Length + 1);
            else if (text.StartsWith(shortOption, StringComparison.Ordinal))
                yield return text.Substring(shortOption.Length);
        }

        foreach (var redirection in client.Site.Command.Redirections.Where(redirection => redirection.Document is not null))
            yield return redirection.Document!.Text;

        if (client.Site.Feeder is ShellSimpleCommand { Words.Count: > 1 } feeder && feeder.Words[0].Text is "echo" or "printf")
            yield return string.Join(" ", feeder.Words.Skip(1).Select(word => word.Text));
    }

    /// <summary><c>-e</c>, or a group of flags that ends with it, such as <c>-Bse</c>.</summary>
    private static bool EndsWithOption(string text, string option)
        => text.Length >= 2 && text[0] == '-' && text[1] != '-' && text[text.Length - 1] == option[1] && text.Skip(1).All(c => c is >= 'A' and <= 'z');

    private static string Normalized(string sql) => string.Join(" ", sql.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
