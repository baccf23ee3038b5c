using System.CommandLine;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce validate</c>: the rules of the IDE, applied to what is on disk.</summary>
internal static class ValidateVerb
{
    private static readonly Argument<string> s_path = new("PATH") { Description = "A compiled profile's folder, a VMSnapshotScriptPluginConfig.json, or a VMSnapshotPluginHost.conf." };
    private static readonly Option<FindingsFormat> s_format = new("--format") { Description = "How to print what is found: as text, JSON or SARIF 2.1.0.", HelpName = "text|json|sarif" };

    private static readonly Option<bool> s_json = new("--json") { Description = "The same as --format json." };

    // The parser would suggest the names as they stand in the code.
    static ValidateVerb()
    {
        s_format.CompletionSources.Clear();
        s_format.CompletionSources.Add("text", "json", "sarif");
    }

    public static Command Create()
    {
        var verb = new Verb("validate", "Judge deployed files by the rules of the IDE; run nothing.")
        {
            Examples =
                """
                quiesce validate bin/Release/net10.0/quiesce/web-shop
                quiesce validate --format sarif /etc/azure/VMSnapshotPluginHost.conf
                """,
            ExitCodes = ExitCode.OfFindingsHelp,
            Output = ValidationJson.Description,
        };
        verb.Add(s_path);
        verb.Add(s_format);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        string path = parsed.GetValue(s_path)!;
        Findings findings = DeploymentValidator.Validate(path);
        TextWriter output = parsed.InvocationConfiguration.Output;
        switch (parsed.GetValue(s_json) ? FindingsFormat.Json : parsed.GetValue(s_format))
        {
            case FindingsFormat.Json: output.Write(ValidationJson.Write(path, findings)); break;
            case FindingsFormat.Sarif: output.Write(SarifLog.Write(findings)); break;
            default: FindingsText.Write(output, path, findings); break;
        }

        return ExitCode.Of(findings);
    }
}
