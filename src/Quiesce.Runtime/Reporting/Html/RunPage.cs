using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace Quiesce.Runtime.Reporting.Html;

/// <summary>A run as one page that needs nothing else: no script, no font, no picture, and nobody to ask.</summary>
internal sealed class RunPage
{
    private const string StyleSheet = "RunPage.css";

    private readonly RunReport _report;
    private readonly HtmlText _html = new();

    private RunPage(RunReport report) => _report = report;

    public static string Of(RunReport report) => new RunPage(report).Write();

    private string Title => _report.Profile == "" ? "A run" : _report.Profile;

    private string Write()
    {
        _html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Element("title", $"{Title}, {_report.StartedAt}: {_report.Level}")
            .Raw("<style>\n").Raw(EmbeddedText.Of(StyleSheet)).Raw("</style>\n</head>\n<body>\n");
        WriteHead();
        WriteTimelines();
        WriteProof();
        WritePrograms();
        WriteRest();
        return _html.Raw("</body>\n</html>\n").ToString();
    }

    private void WriteHead()
    {
        _html.Raw("<header>\n").Element("span", LevelText(), "level " + _report.Level).Element("h1", Title);
        _html.Element("p", $"{_report.Outcome.Name} ({_report.Outcome.Number.ToString(CultureInfo.InvariantCulture)}): {_report.Outcome.Message}");
        if (_report.Outcome.Number != 0)
            _html.Element("p", "What helps: " + _report.Outcome.Help, "quiet");
        _html.Raw("<dl class=\"facts\">\n");
        Fact("stall", _report.Stall is { } stall ? Duration.Text(stall.ToMs - stall.FromMs) : "none");
        Fact("snapshot", _report.Snapshot is { } snapshot ? Duration.Text(snapshot.EndMs - snapshot.StartMs) : "none");
        if (_report.Phases is [var first, .., var last])
            Fact("the whole run", Duration.Text(last.EndMs - first.StartMs));
        _html.Raw("</dl>\n").Element("p", $"Run {_report.RunId}, begun {_report.StartedAt}", "quiet").Raw("</header>\n");
    }

    private void Fact(string name, string value) => _html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>\n");

    private string LevelText() => _report.Level switch
    {
        var level when _report.IsRehearsal => $"a rehearsal ({level})",
        "none" => "no snapshot",
        "unknown" => "level known to the host alone",
        var level => level + "-consistent",
    };

    private void WriteTimelines()
    {
        if (RunBars.Standstill(_report) is { Count: > 0 } standstill)
        {
            _html.Element("h2", "While the application stood still")
                .Raw("<figure>\n").Raw(TimelineSvg.Draw(standstill, "The stall, and in it the holds, the freeze and the snapshot")).Raw("</figure>\n");
        }

        if (RunBars.Phases(_report) is { Count: > 0 } phases)
            _html.Element("h2", "The whole run").Raw("<figure>\n").Raw(TimelineSvg.Draw(phases, "The phases of the run")).Raw("</figure>\n");
    }

    private void WriteProof()
    {
        _html.Table("Proof", ["engine", "kind", "holds", "why"], _report.Proof.Select(proof => (IReadOnlyList<string>)
            [proof.Engine == "" ? "everything" : proof.Engine, proof.Kind, proof.Holds ? "yes" : "NO", proof.Reason]));
        _html.Table("File systems", ["mount", "frozen for#", "held", ""], _report.Mounts.Select(mount => (IReadOnlyList<string>)
            [mount.MountPoint, mount is { FrozenAtMs: { } from, ThawedAtMs: { } to } ? Duration.Text(to - from) : "", mount.Held ? "until the thaw" : "NO", mount.Note ?? ""]));
    }

    private void WritePrograms()
    {
        _html.Table("Snapshot", ["what", "id", "bytes#", ""], (_report.Snapshot?.Parts ?? []).Select(part => (IReadOnlyList<string>)
            [part.Path, part.Id, part.SizeInBytes?.ToString("N0", CultureInfo.InvariantCulture) ?? "", part.Note]));
        _html.Table("Programs", ["program", "path", "end", "status#", "attempts#", "time#"], _report.Scripts
            .Select(script => Program($"{script.Plugin} {script.Name} script".TrimStart(), script.Path, script.End, script.ExitStatus, script.Attempts, script.EndMs - script.StartMs))
            .Concat(_report.Snapshot is { } taken ? [Program("snapshot", taken.Provider, taken.End, taken.ExitStatus, 1, taken.EndMs - taken.StartMs)] : []));
        foreach (ReportedScript script in _report.Scripts)
            _html.Folded($"Output of the {script.Name} script {script.Plugin}".TrimEnd(), script.Output + script.Error);
        if (_report.Snapshot is { } snapshot)
            _html.Folded("Output of the snapshot", snapshot.Output + snapshot.Error);
    }

    private static IReadOnlyList<string> Program(string name, string path, string end, int? status, int attempts, double milliseconds) =>
        [name, path, end, status?.ToString(CultureInfo.InvariantCulture) ?? "", attempts.ToString(CultureInfo.InvariantCulture), Duration.Text(milliseconds)];

    private void WriteRest()
    {
        _html.Table("Remarks", [""], _report.Remarks.Select(remark => (IReadOnlyList<string>)[remark]));
        if (_report.Records.Count > 0)
            _html.Element("h2", "What the scripts recorded");
        foreach (JsonElement record in _report.Records)
            _html.Folded(record.TryGetProperty("profile", out JsonElement profile) ? profile.ToString() : "record", record.GetRawText());
    }
}
