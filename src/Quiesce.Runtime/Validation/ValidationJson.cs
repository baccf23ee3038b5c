using System.Collections.Generic;
using Quiesce.Contract.Artifacts;

namespace Quiesce.Runtime.Validation;

/// <summary>Writes findings as <c>quiesce validate --format json</c> prints them; <see cref="Description"/> says what a reader may rely on.</summary>
internal static class ValidationJson
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string Description =
        """
        --format json prints one object:
          schemaVersion   1
          path            what was judged
          worst           "error", "warning", "info", or "none"
          findings        an array, in the order of the files, of objects with
            severity      "error", "warning" or "info"
            id            a rule's id or an outcome's number, as 'quiesce explain' takes them
            name          the outcome's name; absent for rules
            file          an absolute path
            line, column  counted from 1, in UTF-16 units; absent when the whole file is meant
            message       one sentence or two
        """;

    public static string Write(string path, Findings findings)
    {
        JsonText json = new JsonText()
            .OpenObject()
            .Value("schemaVersion", SchemaVersion)
            .Value("path", path)
            .Value("worst", findings.All.Count == 0 ? "none" : findings.Worst.ToString().ToLowerInvariant());
        WriteFindings(json, findings.All);
        return json.CloseObject().ToString();
    }

    /// <summary>The member <c>findings</c>, for this and for other verbs' objects.</summary>
    public static void WriteFindings(JsonText json, IEnumerable<Finding> findings)
    {
        json.OpenArray("findings");
        foreach (Finding finding in findings)
        {
            json.OpenObject()
                .Value("severity", finding.SeverityName)
                .Value("id", finding.Kind.Id)
                .Optional("name", finding.Kind.Name)
                .Value("file", finding.Place.Path)
                .Optional("line", finding.Place.Position?.Line)
                .Optional("column", finding.Place.Position?.Column)
                .Value("message", finding.Message)
                .CloseObject();
        }

        json.CloseArray();
    }
}
