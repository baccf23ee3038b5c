using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Cli.Output;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce explain</c>: what a code in a report, in a script's log or in the IDE means, and what helps.</summary>
internal static class ExplainVerb
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    private const int SchemaVersion = 1;

    private static readonly Argument<string> s_code = new("CODE") { Description = "An outcome's number or name (305, Pre-ScriptTimeout), a script's exit status or its name (42, hold-lost), or a rule's id (QSC1001)." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the explanations as JSON." };

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
            Output =
                """
                --json prints one object:
                  schemaVersion   1
                  explanations    an array, empty when nothing is known by the code, of objects with
                    kind          "outcome", "scriptStatus" or "rule"
                    id            an outcome's or a status's number, or a rule's id
                    name          its name; a rule's title
                    cause         what has happened, or what the rule says
                    help          what helps; absent for rules, whose pages say it
                """,
        };
        verb.Add(s_code);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        string code = parsed.GetValue(s_code)!;
        Explanation[] explanations = [.. Outcomes(code), .. ScriptStatuses(code), .. Rules(code)];
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(s_json))
            output.Write(Json(explanations));
        else if (explanations.Length > 0)
            output.WriteLine(string.Join("\n\n", explanations.Select(explanation => explanation.Text)));
        else
            parsed.InvocationConfiguration.Error.WriteLine($"quiesce: nothing is known by the code '{ShortText.Of(code)}'");
        return explanations.Length == 0 ? ExitCode.Refused : ExitCode.Success;
    }

    private static IEnumerable<Explanation> Outcomes(string code) => OutcomeCatalogue.Find(code)
        .Select(outcome => new Explanation("outcome", Text(outcome.Number), outcome.Name, outcome.Cause, outcome.Help)
        {
            Text = $"{outcome.Name} ({outcome.Number})\n  {outcome.Cause}\n  What helps: {outcome.Help}",
        });

    private static IEnumerable<Explanation> ScriptStatuses(string code) => ScriptExitStatus.All
        .Where(status => Is(status.Name, code) || Is(Text(status.Number), code))
        .Select(status => new Explanation("scriptStatus", Text(status.Number), status.Name, status.Cause, status.Remedy)
        {
            Text = $"{status.Name} ({status.Number}), an exit status of the compiled scripts\n  {status.Cause}\n  What helps: {status.Remedy}",
        });

    private static IEnumerable<Explanation> Rules(string code) => RuleTable.All
        .Where(rule => Is(rule.Id, code))
        .Select(rule => new Explanation("rule", rule.Id, rule.Title, rule.MessageFormat, Help: null)
        {
            Text = $"{rule.Id}, {rule.Severity.ToString().ToLowerInvariant()}: {rule.Title}\n  {rule.MessageFormat}",
        });

    private static string Json(IEnumerable<Explanation> explanations)
    {
        JsonText json = new JsonText().OpenObject().Value("schemaVersion", SchemaVersion).OpenArray("explanations");
        foreach (Explanation explanation in explanations)
        {
            json.OpenObject()
                .Value("kind", explanation.Kind)
                .Value("id", explanation.Id)
                .Value("name", explanation.Name)
                .Value("cause", explanation.Cause)
                .Optional("help", explanation.Help)
                .CloseObject();
        }

        return json.CloseArray().CloseObject().ToString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool Is(string name, string code) => string.Equals(name, code, StringComparison.OrdinalIgnoreCase);

    /// <summary>One thing that a code stands for.</summary>
    private sealed record Explanation(string Kind, string Id, string Name, string Cause, string? Help)
    {
        /// <summary>For a person.</summary>
        public required string Text { get; init; }
    }
}
