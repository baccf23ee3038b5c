using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Quiesce.Cli.Output;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Installation;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce thaw</c>: what killed processes of ours left frozen, and nothing else.</summary>
internal static class ThawVerb
{
    private static readonly Option<string> s_records = new("--records") { Description = "Where the records of freezes lie.", HelpName = "DIR", DefaultValueFactory = _ => new FreezeOptions().RecordDirectory };
    private static readonly Option<bool> s_printUnit = new("--print-unit") { Description = $"Print the systemd unit {ThawUnit.Name}, and thaw nothing. 'quiesce install' puts it in place." };
    private static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "Say what would be thawed, and thaw nothing." };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the result as JSON." };

    public static Command Create()
    {
        var verb = new Verb("thaw", "Thaw what killed processes of quiesce left frozen, and nothing else.")
        {
            Examples =
                $"""
                quiesce thaw
                quiesce thaw --dry-run
                quiesce thaw --print-unit >{ThawUnit.Path}
                """,
            ExitCodes =
                """
                0    nothing of ours is frozen any more, or – with --dry-run – would be
                1    something may still be frozen, or would be, or root is needed
                2    wrong usage of the command line
                """,
            Output = ThawedJson.Description,
        };
        verb.Add(s_records);
        verb.Add(s_printUnit);
        verb.Add(s_dryRun);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(s_printUnit))
        {
            output.Write(ThawUnit.Text(Environment.ProcessPath!));
            return ExitCode.Success;
        }

        if (RootNeeded.IsMissing("thaw", parsed.InvocationConfiguration.Error))
            return ExitCode.Refused;

        bool isDryRun = parsed.GetValue(s_dryRun);
        string records = parsed.GetValue(s_records)!;
        IReadOnlyList<RecordedThaw> thawed = isDryRun ? RecordedFreezes.Preview(records) : RecordedFreezes.Thaw(records);
        if (parsed.GetValue(s_json))
            output.Write(ThawedJson.Write(thawed, isDryRun));
        else
            WriteText(output, thawed, isDryRun ? "would be thawed" : "thawed");
        return ExitCode.Of(thawed);
    }

    private static void WriteText(TextWriter output, IReadOnlyList<RecordedThaw> thawed, string done)
    {
        if (thawed.Count == 0)
            output.WriteLine("nothing of ours is frozen");
        foreach (RecordedThaw system in thawed)
            output.WriteLine($"{system.MountPoint}: {system.Problem ?? done}");
    }
}
