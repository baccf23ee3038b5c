using System;
using System.IO;
using System.Linq;
using Quiesce.Benchmarks;

const string Command = "dotnet run -c Release --project tests/Benchmarks --";

if (args is ["--help" or "-h"])
{
    WriteHelp(Console.Out);
    return 0;
}

if (args.Length != 1 || Figures.All.FirstOrDefault(figure => figure.Verb == args[0]) is not { } asked)
{
    Console.Error.WriteLine(args.Length == 0 ? "say which figure to measure" : $"there is no figure '{string.Join(' ', args)}'");
    WriteHelp(Console.Error);
    return 2;
}

try
{
    asked.Print();
    return 0;
}
catch (InvalidOperationException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}

static void WriteHelp(TextWriter output)
{
    output.WriteLine("Measures one of the figures that this repository promises. Nothing is asserted: figures depend on the machine, and on what else it does.");
    output.WriteLine();
    output.WriteLine($"    {Command} VERB");
    output.WriteLine();
    foreach (var figure in Figures.All)
        output.WriteLine($"    {figure.Verb,-12}{figure.What}");
    output.WriteLine();
    output.WriteLine($"Example: {Command} {Figures.All[0].Verb}");
}
