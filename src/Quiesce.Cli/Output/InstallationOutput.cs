using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Output;

/// <summary>What <c>quiesce install</c> and <c>quiesce uninstall</c> print; <see cref="JsonDescription"/> says what a reader may rely on.</summary>
internal static class InstallationOutput
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string JsonDescription =
        """
        --json prints one object:
          schemaVersion   1
          end             "done", "refused", "runUnderWay" or "failed"
          profile         the profile's name; absent when it could not be read
          messages        an array of sentences: what was done, in order
          problem         why it was not done; absent when it was
          findings        an array as 'quiesce validate --format json' prints it
        """;

    public static void WriteText(TextWriter output, TextWriter error, InstallationResult result)
    {
        foreach (Finding finding in result.Findings)
        {
            // What is merely to be known about a build – that it belongs to its developer – is of no use here.
            if (finding.Severity > RuleSeverity.Info)
                (result.End == InstallationEnd.Refused ? error : output).WriteLine(finding);
        }

        foreach (string message in result.Messages)
            output.WriteLine(message);
        if (result.Problem is { } problem)
            error.WriteLine($"quiesce: {problem}");
    }

    public static string Json(InstallationResult result)
    {
        JsonText json = new JsonText()
            .OpenObject()
            .Value("schemaVersion", SchemaVersion)
            .Value("end", NameOf(result.End))
            .Optional("profile", result.Profile)
            .Values("messages", result.Messages)
            .Optional("problem", result.Problem);
        ValidationJson.WriteFindings(json, result.Findings);
        return json.CloseObject().ToString();
    }

    private static string NameOf(InstallationEnd end) => end switch
    {
        InstallationEnd.Done => "done",
        InstallationEnd.Refused => "refused",
        InstallationEnd.RunUnderWay => "runUnderWay",
        _ => "failed",
    };
}
