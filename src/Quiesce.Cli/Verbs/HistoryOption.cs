using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;

namespace Quiesce.Cli.Verbs;

/// <summary>The folder of the history, wherever one is named.</summary>
internal static class HistoryOption
{
    public static Option<string> Create(string description)
    {
        var option = new Option<string>("--history") { Description = description, HelpName = "DIR" };
        option.Validators.Add(RefuseFile);
        return option;
    }

    private static void RefuseFile(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } folder && File.Exists(folder))
            result.AddError($"--history: '{folder}' is a file, and no folder of runs; 'quiesce show {folder}' shows a single report.");
    }
}
