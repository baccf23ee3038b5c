using System;
using System.Linq;

namespace Quiesce.Contract.Rules;

/// <summary>Tells PostgreSQL's two old backup modes apart: <c>pg_start_backup(label, fast, exclusive)</c> is exclusive unless its third argument says otherwise.</summary>
internal static class ExclusiveBackup
{
    private const string Function = "PG_START_BACKUP";

    public static bool IsStartedBy(SqlOfClient sql)
    {
        if (sql.Dialect != SqlDialect.PostgreSql)
            return false;

        var at = sql.Statements.IndexOf(Function, StringComparison.Ordinal);
        if (at < 0)
            return false;

        var arguments = sql.Statements.Substring(at + Function.Length).TrimStart();
        return arguments.StartsWith("(", StringComparison.Ordinal) && IsExclusive(arguments);
    }

    private static bool IsExclusive(string arguments)
    {
        var depth = 0;
        var inString = false;
        var start = 1;
        var position = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            var c = arguments[i];
            if (c == '\'')
                inString = !inString;
            if (inString)
                continue;

            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && c == ','))
            {
                position++;
                if (SaysNotExclusive(arguments.Substring(start, i - start), position))
                    return false;
                start = i + 1;
            }

            if (depth == 0)
                return true;
        }

        // The call does not end here: what it says is not known.
        return false;
    }

    private static bool SaysNotExclusive(string argument, int position)
    {
        var words = argument.Split([' ', '=', '>', ':'], StringSplitOptions.RemoveEmptyEntries);
        return words.LastOrDefault() is "FALSE" or "'F'" or "'FALSE'" && (words[0] == "EXCLUSIVE" || (position == 3 && words.Length == 1));
    }
}
