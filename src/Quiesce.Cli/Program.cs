using System;

namespace Quiesce.Cli;

internal static class Program
{
    private const int UsageError = 64;

    private static int Main(string[] arguments)
    {
        Console.Error.WriteLine("quiesce: unknown verb" + (arguments.Length > 0 ? " '" + arguments[0] + "'" : ""));
        return UsageError;
    }
}
