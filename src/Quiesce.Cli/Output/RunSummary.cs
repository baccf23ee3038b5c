using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Cli.Output;

/// <summary>A run in a few lines, for a person.</summary>
internal static class RunSummary
{
    public static void Write(TextWriter output, RunReport report)
    {
        output.WriteLine($"{Terminal.Coloured($"{report.Outcome.Name} ({report.Outcome.Number})", report)}: {report.Outcome.Message}");
        if (report.Outcome.Number != 0)
            output.WriteLine($"  what helps   {report.Outcome.Help}");
        foreach (ReportedScript script in report.Scripts.Where(script => script is not { End: "exited", ExitStatus: 0 }))
            WriteLastWords(output, script);
        output.WriteLine($"  level        {report.Level}");
        foreach (ReportedProof proof in report.Proof)
            output.WriteLine($"  proof        {(proof.Engine == "" ? "" : proof.Engine + ": ")}{(proof.Holds ? proof.Kind : "NOT proven")}, {proof.Reason}");
        foreach (SnapshotPart part in report.Snapshot?.Parts ?? [])
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  snapshot     {part.Path} ({part.Id}{(part.SizeInBytes is { } size ? $", {size} bytes" : "")}){(part.Note == "" ? "" : ": " + part.Note)}"));
        foreach (ReportedPhase phase in report.Phases)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {phase.Name,-12} {phase.EndMs - phase.StartMs,9:F1} ms"));
        if (report.Stall is { } stall)
            output.WriteLine($"  stall        {Duration.Text(stall.ToMs - stall.FromMs)}, in which the application could not write");
        foreach (string remark in report.Remarks)
            output.WriteLine($"  remark       {remark}");
        output.WriteLine($"  run          {report.RunId}");
    }

    /// <summary>What a script said last is most often why it failed; the report has the rest.</summary>
    private static void WriteLastWords(TextWriter output, ReportedScript script)
    {
        if (ShortText.LastLineOf(script.Error) is { Length: > 0 } complaint)
            output.WriteLine($"  {(script.Plugin == "" ? script.Name : $"{script.Plugin} {script.Name}")} said: {complaint}");
    }
}
