using System;
using System.Collections.Generic;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Diagnosis;

namespace Quiesce.Cli.Output;

/// <summary>What <c>quiesce doctor</c> prints; <see cref="JsonDescription"/> says what a reader may rely on.</summary>
internal static class DiagnosesOutput
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string JsonDescription =
        """
        --json prints one object:
          schemaVersion   1
          examined        the profile's name, the JSON's path, or that of the host's configuration for several plugins
          worst           "error", "warning" or "info"
          diagnoses       an array of objects with
            severity      "error", "warning", or "info" for what is as it should be
            profile       the profile or JSON that it is about; absent for what is about the machine
            subject       "system", "agent", "plugins", "profile", "mounts", "space", or an engine's name
            message       what is so
            remedy        what helps; absent where nothing has to
        """;

    public static void WriteText(TextWriter output, string examined, IReadOnlyList<Diagnosis> diagnoses)
    {
        int width = 0;
        foreach (Diagnosis diagnosis in diagnoses)
            width = Math.Max(width, diagnosis.Subject.Length);

        string title = examined;
        output.WriteLine(title);
        foreach (Diagnosis diagnosis in diagnoses)
        {
            // What is about the machine stands first, below the title of the whole.
            if (diagnosis.Profile is { } profile && profile != title)
                output.WriteLine(title = profile);
            string severity = Terminal.Coloured(Word(diagnosis.Severity).PadRight(7), diagnosis.Severity);
            output.WriteLine($"  {severity}  {diagnosis.Subject.PadRight(width)}  {diagnosis.Message}");
            if (diagnosis.Remedy is { } remedy)
                output.WriteLine($"  {"",-7}  {new string(' ', width)}  -> {remedy}");
        }

        output.WriteLine($"{Count(diagnoses, RuleSeverity.Error)}, {Count(diagnoses, RuleSeverity.Warning)}");
    }

    public static string Json(string examined, IReadOnlyList<Diagnosis> diagnoses)
    {
        JsonText json = new JsonText()
            .OpenObject()
            .Value("schemaVersion", SchemaVersion)
            .Value("examined", examined)
            .Value("worst", NameOf(Worst(diagnoses)))
            .OpenArray("diagnoses");
        foreach (Diagnosis diagnosis in diagnoses)
        {
            json.OpenObject()
                .Value("severity", NameOf(diagnosis.Severity))
                .Optional("profile", diagnosis.Profile)
                .Value("subject", diagnosis.Subject)
                .Value("message", diagnosis.Message)
                .Optional("remedy", diagnosis.Remedy)
                .CloseObject();
        }

        return json.CloseArray().CloseObject().ToString();
    }

    public static RuleSeverity Worst(IReadOnlyList<Diagnosis> diagnoses)
    {
        var worst = RuleSeverity.Info;
        foreach (Diagnosis diagnosis in diagnoses)
            worst = diagnosis.Severity > worst ? diagnosis.Severity : worst;
        return worst;
    }

    private static string Word(RuleSeverity severity) => severity == RuleSeverity.Info ? "fine" : NameOf(severity);

    private static string NameOf(RuleSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Count(IReadOnlyList<Diagnosis> diagnoses, RuleSeverity severity)
    {
        int count = 0;
        foreach (Diagnosis diagnosis in diagnoses)
            count += diagnosis.Severity == severity ? 1 : 0;
        return $"{count} {NameOf(severity)}{(count == 1 ? "" : "s")}";
    }
}
