using System.CommandLine;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Installation;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce uninstall</c>: an installed profile, taken away by the script that installed it.</summary>
internal static class UninstallVerb
{
    private static readonly Argument<string> s_name = new("NAME") { Description = "The profile's name, as 'quiesce status' shows it." };

    public static Command Create()
    {
        var verb = new Verb("uninstall", "Take an installed profile away, and put back the JSON that stood there before.")
        {
            Examples =
                """
                quiesce uninstall web-shop
                quiesce uninstall --dry-run web-shop
                """,
            ExitCodes = ExitCode.OfInstallationHelp,
            Output = InstallationOutput.JsonDescription,
        };
        verb.Add(s_name);
        InstallationOptions.AddTo(verb);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed) => InstallationOptions.Execute(
        parsed, root => new ProfileInstallation(root) { DryRun = parsed.GetValue(InstallationOptions.DryRun) }.Uninstall(parsed.GetValue(s_name)!));
}
