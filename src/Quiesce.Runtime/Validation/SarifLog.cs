using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Validation;

/// <summary>Writes findings as SARIF 2.1.0, which code hosts and editors show at their places.</summary>
internal static class SarifLog
{
    private const string Version = "2.1.0";
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static string Write(Findings findings)
    {
        FindingKind[] kinds = [.. findings.All.Select(finding => finding.Kind).DistinctBy(kind => kind.Id).OrderBy(kind => kind.Id, StringComparer.Ordinal)];
        JsonText json = new JsonText()
            .OpenObject()
            .Value("$schema", Schema)
            .Value("version", Version)
            .OpenArray("runs")
            .OpenObject();
        WriteTool(json, kinds);

        // Columns count as .NET does.
        json.Value("columnKind", "utf16CodeUnits").OpenArray("results");
        foreach (Finding finding in findings.All)
            WriteResult(json, finding, Array.FindIndex(kinds, kind => kind.Id == finding.Kind.Id));
        return json.CloseArray().CloseObject().CloseArray().CloseObject().ToString();
    }

    private static void WriteTool(JsonText json, IEnumerable<FindingKind> kinds)
    {
        json.OpenObject("tool")
            .OpenObject("driver")
            .Value("name", "quiesce")
            .Value("informationUri", RulePages.Project)
            .Value("version", GeneratorVersion.Text)
            .OpenArray("rules");
        foreach (FindingKind kind in kinds)
        {
            json.OpenObject().Value("id", kind.Id).Optional("name", kind.Name);
            Text(json, "shortDescription", kind.Title);
            if (kind.Help is { } help)
                Text(json, "help", help);
            json.Optional("helpUri", kind.HelpUri)
                .OpenObject("defaultConfiguration").Value("level", LevelOf(kind.Severity)).CloseObject()
                .CloseObject();
        }

        json.CloseArray().CloseObject().CloseObject();
    }

    private static void WriteResult(JsonText json, Finding finding, int ruleIndex)
    {
        json.OpenObject()
            .Value("ruleId", finding.Kind.Id)
            .Value("ruleIndex", ruleIndex)
            .Value("level", LevelOf(finding.Severity));
        Text(json, "message", finding.Message);
        json.OpenArray("locations")
            .OpenObject()
            .OpenObject("physicalLocation")
            .OpenObject("artifactLocation").Value("uri", UriOf(finding.Place.Path)).CloseObject();
        if (finding.Place.Position is { } position)
            json.OpenObject("region").Value("startLine", position.Line).Value("startColumn", position.Column).CloseObject();
        json.CloseObject().CloseObject().CloseArray().CloseObject();
    }

    private static void Text(JsonText json, string name, string text) => json.OpenObject(name).Value("text", text).CloseObject();

    private static string LevelOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        RuleSeverity.Info => "note",
        _ => "none",
    };

    /// <summary>An absolute path, escaped name by name: .NET's own conversion leaves characters that a URI may not have.</summary>
    private static string UriOf(string path) => "file://" + string.Join("/", path.Split('/').Select(Uri.EscapeDataString));
}
