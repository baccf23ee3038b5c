using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>A program that a step starts, whoever starts it for it: <c>sudo -n</c>, <c>timeout 5</c>, <c>su postgres -c '…'</c>.</summary>
/// <param name="Name">The program without its folder.</param>
/// <param name="Arguments">What it is given.</param>
/// <param name="Range">Where it stands in the step.</param>
/// <param name="Site">What it inherits.</param>
internal sealed record StepCommand(string Name, IReadOnlyList<ShellWord> Arguments, TextRange Range, ShellSite Site)
{
    // Several rules look for commands of their own in one step.
    private static readonly ConditionalWeakTable<ShellScript, IReadOnlyList<StepCommand>> Known = new();

    /// <summary>Whether somebody answers its questions: a file, a pipe or a here-document stands for the terminal.</summary>
    public bool HasInput => (Site.Redirected & ShellDescriptors.Input) != 0;

    /// <summary>Every program of a script, also those inside <c>sh -c</c>; each of them after whatever starts it.</summary>
    public static IReadOnlyList<StepCommand> In(ShellScript script) => Known.GetValue(script, Find);

    private static IReadOnlyList<StepCommand> Find(ShellScript script)
    {
        var commands = new List<StepCommand>();
        foreach (var site in ShellSurvey.Of(script).Where(site => site.Command.Words.Count > 0))
            Add(commands, site, site.Command.Words, within: null);
        return commands;
    }

    public bool Has(params string[] arguments) => Arguments.Any(argument => argument.IsLiteral && arguments.Contains(argument.Text, StringComparer.Ordinal));

    /// <summary>The first arguments that are no options, without quotes.</summary>
    public IEnumerable<string> Operands => Arguments.Where(argument => !argument.Text.StartsWith("-", StringComparison.Ordinal)).Select(argument => argument.Text);

    private static void Add(List<StepCommand> commands, ShellSite site, IReadOnlyList<ShellWord> words, TextRange? within)
    {
        while (words.Count > 0 && words[0].IsLiteral)
        {
            var command = new StepCommand(FileName(words[0].Text), [.. words.Skip(1)], within ?? words[0].Range, site);
            commands.Add(command);
            AddInner(commands, command);

            var next = CommandStarter.OperandsOf(command);
            if (next == 0)
                return;
            words = [.. words.Skip(next)];
        }
    }

    private static void AddInner(List<StepCommand> commands, StepCommand command)
    {
        if (CommandStarter.ScriptOf(command) is not { } inner)
            return;

        foreach (var site in ShellSurvey.Of(ShellScript.Of(inner.Text)).Where(site => site.Command.Words.Count > 0))
            Add(commands, site with { Redirected = site.Redirected | command.Site.Redirected }, site.Command.Words, inner.Range);
    }

    private static string FileName(string path) => path.Substring(path.LastIndexOf('/') + 1);
}
