using System;
using System.CommandLine;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Installation;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce install</c>: a compiled profile, put in place by its own script.</summary>
internal static class InstallVerb
{
    private static readonly Argument<string> s_folder = new("DIR") { Description = "The folder of a compiled profile." };
    private static readonly Option<bool> s_noUnit = new("--no-unit") { Description = $"Leave {ThawUnit.Name} out. It thaws before a shutdown what killed processes left frozen." };

    public static Command Create()
    {
        var verb = new Verb("install", "Judge a compiled profile, and put it in place; never during a run.")
        {
            Examples =
                """
                quiesce install bin/Release/net10.0/quiesce/web-shop
                quiesce install --dry-run /srv/web-shop
                quiesce install --root /mnt/image /srv/web-shop
                """,
            ExitCodes = ExitCode.OfInstallationHelp,
            Output = InstallationOutput.JsonDescription,
        };
        verb.Add(s_folder);
        InstallationOptions.AddTo(verb);
        verb.Add(s_noUnit);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed) => InstallationOptions.Execute(parsed, root => new ProfileInstallation(root)
    {
        DryRun = parsed.GetValue(InstallationOptions.DryRun),
        Program = parsed.GetValue(s_noUnit) ? null : Environment.ProcessPath,
    }.Install(parsed.GetValue(s_folder)!));
}
