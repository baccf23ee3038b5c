using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Contract.Shell;

namespace Quiesce.CodeFixes;

/// <summary>What starts again what a step stops.</summary>
internal static class StartingCommands
{
    /// <returns>The commands, in reverse order; <see langword="null"/> where they are not certain: what is stopped under a condition, in a loop or by a variable's name need not have run before.</returns>
    public static string? After(string step)
    {
        var script = ShellScript.Of(step);
        var stops = StepCommand.In(script).Where(command => StoppingCommands.StoppedBy(command) is not null).ToList();
        var unconditional = script.Body.Items.Select(item => item.Pipelines[0]).Where(pipeline => pipeline.Commands.Count == 1).Select(pipeline => pipeline.Commands[0]).ToList();
        if (script.Error is not null || stops.Count == 0 || !stops.All(stop => unconditional.Contains(stop.Site.Command)))
            return null;

        var starts = stops.Select(stop => StartOf(stop, step)).Reverse().ToList();
        return starts.Contains(null) ? null : string.Join("\n", starts);
    }

    private static string? StartOf(StepCommand stop, string step)
    {
        var words = stop.Site.Command.Words;
        var (verb, opposite) = VerbOf(stop);
        return opposite is not null && verb is not null && words.Contains(verb) && words.All(word => word.IsLiteral)
            ? string.Join(" ", words.Select(word => word == verb ? opposite : step.Substring(word.Range.Start, word.Range.Length)))
            : null;
    }

    /// <summary>The word that says stop, and what says the opposite.</summary>
    private static (ShellWord? Verb, string? Opposite) VerbOf(StepCommand stop)
    {
        var operands = stop.Arguments.Where(argument => !argument.Text.StartsWith("-", System.StringComparison.Ordinal)).ToList();
        var hasOptions = operands.Count < stop.Arguments.Count;
        var (first, second) = (operands.ElementAtOrDefault(0), operands.ElementAtOrDefault(1));
        return (stop.Name, first?.Text) switch
        {
            ("kill" or "pkill" or "killall", _) => SignalOf(stop.Arguments),
            ("service" or "invoke-rc.d" or "rc-service", _) => (second, "start"),
            ("sv", "pause") => (first, "cont"),
            ("sv", _) => (first, "up"),
            ("monit", "unmonitor") => (first, "monitor"),
            ("docker" or "podman" or "docker-compose", _) when hasOptions => default,
            ("docker" or "podman", "compose") => (second, OfContainers(second?.Text)),
            ("docker" or "podman" or "docker-compose", _) => (first, OfContainers(first?.Text)),
            ("nginx", _) => default,
            _ => (first, "start"),
        };
    }

    private static string? OfContainers(string? verb) => verb switch
    {
        "pause" => "unpause",
        "down" => "up -d",
        "stop" or "kill" => "start",
        _ => null,
    };

    private static (ShellWord? Verb, string? Opposite) SignalOf(IEnumerable<ShellWord> arguments)
    {
        var signal = arguments.FirstOrDefault(argument => argument.Text is "-STOP" or "-SIGSTOP" or "-19" or "STOP" or "SIGSTOP");
        return (signal, signal?.Text.StartsWith("-", System.StringComparison.Ordinal) == true ? "-CONT" : "CONT");
    }
}
