using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using Quiesce.Cli.Verbs;

namespace Quiesce.Cli.Output;

/// <summary>Adds examples and exit codes below the help that the parser makes itself: a verb's own, or for the program as a whole the way through it.</summary>
internal static class HelpWithExamples
{
    private const string Overview =
        """
        Examples:
          quiesce doctor bin/Release/net10.0/quiesce/web-shop
          quiesce install bin/Release/net10.0/quiesce/web-shop
          quiesce run --profile /srv/web-shop --snapshot lvm:vg/data
          quiesce explain Pre-ScriptTimeout

        Exit codes: 0 is success, 2 wrong usage, and 70 a failure of quiesce itself or of what it prints to, for every verb; 'quiesce VERB --help' says the others.
        """;

    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Action((HelpAction)help.Action!);
    }

    private static void Write(TextWriter output, Verb verb)
    {
        WriteSection(output, "Examples:", verb.Examples);
        output.WriteLine();
        WriteSection(output, "Exit codes:", verb.ExitCodes);
        if (verb.Output == "")
            return;
        output.WriteLine();
        output.WriteLine(verb.Output);
    }

    private static void WriteSection(TextWriter output, string title, string lines)
    {
        output.WriteLine(title);
        foreach (string line in lines.Split('\n'))
            output.WriteLine("  " + line);
    }

    private sealed class Action(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int result = inner.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            if (parseResult.CommandResult.Command is Verb verb)
                Write(output, verb);
            else
                output.WriteLine(Overview);
            return result;
        }
    }
}
