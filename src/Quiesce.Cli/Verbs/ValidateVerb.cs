using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce validate</c>: the rules of the IDE, applied to what is on disk.</summary>
internal static class ValidateVerb
{
    private static readonly Argument<string> s_path = new("PATH") { Description = "A compiled profile's folder, or a VMSnapshotScriptPluginConfig.json." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the findings as JSON." };

    public static Command Create()
    {
        var command = new Command("validate", "Judge a profile's folder or a configuration; run nothing. Exit code 1 when an error is found.") { s_path, s_json };
        command.SetAction(Invoke);
        return command;
    }

    private static int Invoke(ParseResult parsed)
    {
        string path = parsed.GetValue(s_path)!;
        IReadOnlyList<Finding> findings = DeploymentValidator.Validate(path);
        int errors = findings.Count(finding => finding.Severity == Finding.Error);
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(s_json))
        {
            output.Write(new ValidationReport(path, findings).ToJson());
        }
        else
        {
            foreach (Finding finding in findings)
                output.WriteLine($"{finding.Severity} {finding.Code}: {finding.Message}");
            output.WriteLine($"{path}: {(errors == 0 ? "valid" : $"{errors} error(s)")}");
        }

        return errors == 0 ? ExitCode.Success : ExitCode.Refused;
    }
}
