using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce status</c>: which profiles are installed, and whether they still are as they were.</summary>
internal static class StatusVerb
{
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the status as JSON." };

    public static Command Create()
    {
        var verb = new Verb("status", "Say what is installed, what of it the host runs, and what was changed since.")
        {
            Examples =
                """
                quiesce status
                quiesce status --root /mnt/image --json
                """,
            ExitCodes = ExitCode.OfFindingsHelp,
            Output = StatusOutput.JsonDescription,
        };
        verb.Add(InstallationOptions.Root);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        // To everybody else it would look as if nothing were installed.
        if (RootNeeded.IsMissing("see what is installed", parsed.InvocationConfiguration.Error))
            return ExitCode.Refused;
        var root = new HostPlaces(Path.GetFullPath(parsed.GetValue(InstallationOptions.Root)!));
        IReadOnlyList<ProfileStatus> profiles = ProfileStatus.All(root);
        ThawUnitState unit = new ThawUnitFiles(root).State;
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(s_json))
            output.Write(StatusOutput.Json(profiles, unit));
        else
            StatusOutput.WriteText(output, profiles, unit);
        return ExitCode.Of(profiles);
    }
}
