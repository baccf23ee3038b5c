using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce explain</c>: what a code in a report, in a script's log or in the IDE means, and what helps.</summary>
internal static class ExplainVerb
{
    private static readonly Argument<string> s_code = new("CODE") { Description = "An outcome's number or name (305, Pre-ScriptTimeout), a script's exit status or its name (42, hold-lost), or a rule's id (QSC1001)." };

    public static Command Create()
    {
        var verb = new Verb("explain", "Say what a code means and what helps.")
        {
            Examples =
                """
                quiesce explain 305
                quiesce explain Pre-ScriptTimeout
                quiesce explain hold-lost
                quiesce explain QSC1001
                """,
            ExitCodes =
                """
                0    the code is known
                1    nothing is known by it
                2    wrong usage of the command line
                """,
        };
        verb.Add(s_code);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        string code = parsed.GetValue(s_code)!;
        string[] explanations = [.. Outcomes(code), .. ScriptStatuses(code), .. Rules(code)];
        if (explanations.Length == 0)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"quiesce: nothing is known by the code '{code}'");
            return ExitCode.Refused;
        }

        parsed.InvocationConfiguration.Output.WriteLine(string.Join("\n\n", explanations));
        return ExitCode.Success;
    }

    private static IEnumerable<string> Outcomes(string code) => OutcomeCatalogue.Find(code)
        .Select(outcome => $"{outcome.Name} ({outcome.Number})\n  {outcome.Cause}\n  What helps: {outcome.Help}");

    private static IEnumerable<string> ScriptStatuses(string code) => ScriptExitStatus.All
        .Where(status => Is(status.Name, code) || Is(status.Number.ToString(CultureInfo.InvariantCulture), code))
        .Select(status => $"{status.Name} ({status.Number}), an exit status of the compiled scripts\n  {status.Cause}\n  What helps: {status.Remedy}");

    private static IEnumerable<string> Rules(string code) => RuleTable.All
        .Where(rule => Is(rule.Id, code))
        .Select(rule => $"{rule.Id}, {rule.Severity.ToString().ToLowerInvariant()}: {rule.Title}\n  {rule.MessageFormat}");

    private static bool Is(string name, string code) => string.Equals(name, code, StringComparison.OrdinalIgnoreCase);
}
