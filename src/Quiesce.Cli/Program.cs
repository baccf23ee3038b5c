using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Quiesce.Cli.Output;
using Quiesce.Cli.Verbs;
using Quiesce.Runtime.Freezing.Holding;

namespace Quiesce.Cli;

/// <summary>The command line: one file a verb, each a thin layer over the runtime.</summary>
internal static class Program
{
    private const string Description = "Brings applications to rest, freezes their file systems, takes a snapshot, and proves what it is worth.";

    private static int Main(string[] arguments)
    {
        // Before anything else: a guard has no use for a command line parser, and stands before every backup.
        if (GuardProcess.IsVerb(arguments))
            return GuardProcess.Main(arguments);

        var root = new RootCommand(Description)
        {
            RunVerb.Create(),
            RehearseVerb.Create(),
            ShowVerb.Create(),
            ThawVerb.Create(),
            ValidateVerb.Create(),
            InstallVerb.Create(),
            UninstallVerb.Create(),
            StatusVerb.Create(),
            DoctorVerb.Create(),
            ImportVerb.Create(),
            ExplainVerb.Create(),
            CompletionVerb.Create(),
        };
        EmptyArguments.Refuse(root);
        HelpWithExamples.AddTo(root);
        // The parser's own way with an exception is a stack trace and a 1, which says 'refused' for most verbs.
        var invocation = new InvocationConfiguration { Error = new UnheardErrors(Console.Error), EnableDefaultExceptionHandler = false };
        try
        {
            return Invoke(root.Parse(arguments), invocation);
        }
#pragma warning disable CA1031 // Nothing is left to be done with it but to say it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return UnexpectedEnd.Of(failure, invocation.Error);
        }
    }

    private static int Invoke(ParseResult parsed, InvocationConfiguration invocation)
    {
        if (parsed.Action is not ParseErrorAction mistake)
            return parsed.Invoke(invocation);

        // The whole help would push what is wrong out of sight.
        mistake.ShowHelp = false;
        parsed.Invoke(invocation);
        invocation.Error.WriteLine($"'{CommandLineOf(parsed.CommandResult)} --help' says how it is used.");
        return ExitCode.Usage;
    }

    private static string CommandLineOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandLineOf(parent)} {result.Command.Name}" : result.Command.Name;
}
