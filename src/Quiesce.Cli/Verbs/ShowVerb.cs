using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Cli.Output;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Reporting.Html;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce show</c>: the history, or one run of it.</summary>
internal static class ShowVerb
{
    private const string Latest = "latest";

    private static readonly Argument<string> s_run = new("RUN") { Description = "The beginning of a run's id, 'latest', or a report's file. Without it the history is listed.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> s_history = HistoryOption.Create($"The folder of the history. Default: {RunHistory.DefaultFolder}.");
    private static readonly Option<string> s_html = new("--html") { Description = "Write the run – the latest, where none is named – as one self-contained page with its timeline to this file.", HelpName = "FILE" };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print JSON." };
    private static readonly Option<bool> s_schema = new("--schema") { Description = "Print the JSON schema of a report, and nothing else." };

    public static Command Create()
    {
        var verb = new Verb("show", "Show the history of runs, or one run: its phases, its proof, what its programs printed.")
        {
            Examples =
                """
                quiesce show
                quiesce show 3f2a
                quiesce show latest --html /root/run.html
                quiesce show /root/run.json --json
                quiesce show --schema >quiesce-report.schema.json
                """,
            ExitCodes =
                """
                0    shown
                1    there is no such run, or more than one, or root is needed
                2    wrong usage of the command line
                70   the page cannot be written
                """,
            Output = RunList.Description,
        };
        verb.Add(s_run);
        foreach (Option option in (Option[])[s_history, s_html, s_json, s_schema])
            verb.Add(option);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        TextWriter error = parsed.InvocationConfiguration.Error;
        if (parsed.GetValue(s_schema))
        {
            output.Write(ReportSchema.Text());
            return ExitCode.Success;
        }

        var history = new RunHistory(parsed.GetValue(s_history) ?? RunHistory.DefaultFolder);
        try
        {
            return Show(parsed, history, output, error);
        }
        catch (UnauthorizedAccessException) when (!Environment.IsPrivilegedProcess)
        {
            RootNeeded.IsMissing($"look into {history.Folder}", error);
            return ExitCode.Refused;
        }
    }

    private static int Show(ParseResult parsed, RunHistory history, TextWriter output, TextWriter error)
    {
        string? html = parsed.GetValue(s_html);
        if ((parsed.GetValue(s_run) ?? (html is null ? null : Latest)) is not { } name)
        {
            List(history, parsed.GetValue(s_json), output);
            return ExitCode.Success;
        }

        if (Find(history, name, error) is not { } run)
            return ExitCode.Refused;
        if (html is not null)
            return WritePage(html, run.Report, error);
        if (parsed.GetValue(s_json))
            output.Write(ReportFile.Text(run.Report));
        else
            RunSummary.Write(output, run.Report);
        return ExitCode.Success;
    }

    private static void List(RunHistory history, bool asJson, TextWriter output)
    {
        PastRun[] runs = [.. history.All()];
        if (asJson)
            output.Write(RunList.Json(runs));
        else if (runs.Length == 0)
            output.WriteLine($"There is no run in {history.Folder}.");
        else
            RunList.Write(output, runs);
    }

    private static PastRun? Find(RunHistory history, string name, TextWriter error)
    {
        if (name.Contains('/', StringComparison.Ordinal) || File.Exists(name))
            return Read(name, error);

        PastRun[] runs = [.. (name == Latest ? history.All() : history.Find(name)).Take(name == Latest ? 1 : 2)];
        if (runs is [var only])
            return only;
        error.WriteLine(runs.Length == 0
            ? $"quiesce: there is no run '{name}' in {history.Folder}; 'quiesce show' lists them"
            : $"quiesce: the ids of several runs begin with '{name}'; give more of it");
        return null;
    }

    private static PastRun? Read(string path, TextWriter error)
    {
        try
        {
            return PastRun.Read(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            if (unreadable is not UnauthorizedAccessException || !RootNeeded.IsMissing($"read {path}", error))
                error.WriteLine($"quiesce: {path} is not a report that can be read: {unreadable.Message}");
            return null;
        }
    }

    private static int WritePage(string path, RunReport report, TextWriter error)
    {
        try
        {
            WholeFile.Write(path, RunPage.Of(report), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return ExitCode.Success;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"quiesce: the page cannot be written: {failure.Message}");
            return ExitCode.InternalError;
        }
    }
}
