using System;
using Quiesce.Runtime.Freezing.Holding;

namespace Quiesce.Cli;

internal static class Program
{
    private const int UsageError = 64;

    private static int Main(string[] arguments)
    {
        // Before anything else: a guard has no use for a command line parser, and stands before every backup.
        if (GuardProcess.IsVerb(arguments))
            return GuardProcess.Main(arguments);

        Console.Error.WriteLine("quiesce: unknown verb" + (arguments.Length > 0 ? " '" + arguments[0] + "'" : ""));
        return UsageError;
    }
}
