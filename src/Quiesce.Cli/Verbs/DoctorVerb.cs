using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Diagnosis;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce doctor</c>: what would go wrong here, now.</summary>
internal static class DoctorVerb
{
    private static readonly Argument<string?> s_path = new("PATH")
    {
        Description = "A compiled profile's folder, a VMSnapshotScriptPluginConfig.json, or a VMSnapshotPluginHost.conf with all its plugins; by default what the host of this machine reads.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> s_json = new("--json") { Description = "Print what is found as JSON." };

    public static Command Create()
    {
        var verb = new Verb("doctor", "Say what would go wrong with a backup here, now. Logs in to every engine, and changes nothing.")
        {
            Examples =
                """
                quiesce doctor
                quiesce doctor bin/Release/net10.0/quiesce/web-shop
                quiesce doctor /etc/azure/VMSnapshotPluginHost.conf
                quiesce doctor --json | jq '.diagnoses[] | select(.severity == "error")'
                """,
            ExitCodes = ExitCode.OfFindingsHelp,
            Output = DiagnosesOutput.JsonDescription,
        };
        verb.Add(s_path);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        string? path = parsed.GetValue(s_path);
        if (path is not null && !File.Exists(path) && !Directory.Exists(path))
        {
            parsed.InvocationConfiguration.Error.WriteLine($"quiesce: there is no file or folder '{path}'");
            return ExitCode.Refused;
        }

        IReadOnlyList<Patient> patients = Patients.Of(path, HostPlaces.ThisMachine);
        IReadOnlyList<Diagnosis> diagnoses = Doctor.Examine(HostPlaces.ThisMachine, patients);
        string examined = patients is [var only] ? only.Name : path ?? HostPlaces.ThisMachine.HostFile;
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(s_json))
            output.Write(DiagnosesOutput.Json(examined, diagnoses));
        else
            DiagnosesOutput.WriteText(output, examined, diagnoses);
        return ExitCode.Of(DiagnosesOutput.Worst(diagnoses));
    }
}
