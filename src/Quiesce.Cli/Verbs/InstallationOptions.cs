using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Cli.Verbs;

/// <summary>What <c>install</c> and <c>uninstall</c> have in common.</summary>
internal static class InstallationOptions
{
    public static readonly Option<string> Root = new("--root") { Description = "Mean the machine whose root folder this is, such as a mounted image.", HelpName = "DIR", DefaultValueFactory = _ => "/" };
    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be done, and do nothing." };
    public static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    static InstallationOptions() => Root.Validators.Add(RequireFolder);

    public static void AddTo(Verb verb)
    {
        verb.Add(Root);
        verb.Add(DryRun);
        verb.Add(Json);
    }

    public static int Execute(ParseResult parsed, Func<HostPlaces, InstallationResult> work)
    {
        if (RootNeeded.IsMissing("do this", parsed.InvocationConfiguration.Error))
            return ExitCode.Refused;

        InstallationResult result = work(new HostPlaces(Path.GetFullPath(parsed.GetValue(Root)!)));
        if (parsed.GetValue(Json))
            parsed.InvocationConfiguration.Output.Write(InstallationOutput.Json(result));
        else
            InstallationOutput.WriteText(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, result);
        return ExitCode.Of(result);
    }

    private static void RequireFolder(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { Length: > 0 } folder && !Directory.Exists(folder))
            result.AddError($"--root: there is no folder '{folder}'.");
    }
}
