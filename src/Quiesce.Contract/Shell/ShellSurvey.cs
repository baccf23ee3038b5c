using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>Goes through a script in the order of its text and notes for every simple command what it inherits from around it.</summary>
internal sealed class ShellSurvey
{
    private readonly List<ShellSite> _sites = [];

    public static IReadOnlyList<ShellSite> Of(ShellScript script)
    {
        var survey = new ShellSurvey();
        survey.Visit(script.Body, new Surroundings());
        return survey._sites;
    }

    /// <summary>What a list's commands find; a list hands its own copy on, because <c>exec</c> changes it for the commands behind it.</summary>
    private struct Surroundings
    {
        public ShellDescriptors Redirected;
        public ShellCommand? Feeder;
        public TextRange? Background;
    }

    private void Visit(ShellList list, Surroundings around)
    {
        foreach (var item in list.Items)
        {
            foreach (var pipeline in item.Pipelines)
            {
                Visit(pipeline, around with { Background = item.Background ?? around.Background });
                if (item.Background is null && pipeline.Commands.Count == 1 && IsLastingRedirection(pipeline.Commands[0]))
                    around.Redirected = Redirect(around.Redirected, pipeline.Commands[0].Redirections);
            }
        }
    }

    private void Visit(ShellPipeline pipeline, Surroundings around)
    {
        for (var i = 0; i < pipeline.Commands.Count; i++)
        {
            var here = around;
            if (i > 0)
            {
                here.Redirected |= ShellDescriptors.Input;
                here.Feeder = pipeline.Commands[i - 1];
            }

            if (i < pipeline.Commands.Count - 1)
                here.Redirected |= ShellDescriptors.Output;
            Visit(pipeline.Commands[i], here);
        }
    }

    private void Visit(ShellCommand command, Surroundings around)
    {
        around.Redirected = Redirect(around.Redirected, command.Redirections);
        foreach (var redirection in command.Redirections)
        {
            Visit(redirection.Target, around);
            if (redirection.Document is { } document)
                Visit(document, around);
        }

        switch (command)
        {
            case ShellSimpleCommand simple:
                _sites.Add(new(simple, around.Redirected, around.Feeder, around.Background));
                Visit(simple.Assignments, around);
                Visit(simple.Words, around);
                break;
            case ShellCompoundCommand compound:
                Visit(compound.Words, around);
                foreach (var list in compound.Lists)
                    Visit(list, around);
                break;
            case ShellFunction function:
                Visit(function.Body, around);
                break;
        }
    }

    private void Visit(IReadOnlyList<ShellWord> words, Surroundings around)
    {
        foreach (var word in words)
            Visit(word, around);
    }

    private void Visit(ShellWord word, Surroundings around)
    {
        around.Redirected |= ShellDescriptors.Output;
        foreach (var expansion in word.Expansions)
        {
            if (expansion.Commands is { } commands)
                Visit(commands, around);
        }
    }

    private static bool IsLastingRedirection(ShellCommand command) => command is ShellSimpleCommand { Words.Count: 1 } simple && simple.Words[0].Is("exec");

    /// <summary>Redirections count from left to right: <c>2&gt;&amp;1 &gt;file</c> leaves descriptor 2 where 1 was before.</summary>
    private static ShellDescriptors Redirect(ShellDescriptors redirected, IReadOnlyList<ShellRedirection> redirections)
    {
        foreach (var redirection in redirections)
        {
            var source = redirection.Operator.IsDuplicate ? Descriptor(redirection.Target.Text) : ShellDescriptors.None;
            var descriptor = Flag(redirection.Operator.Descriptor);
            var keepsScripts = source != ShellDescriptors.None && (redirected & source) == 0;
            redirected = keepsScripts ? redirected & ~descriptor : redirected | descriptor;
        }

        return redirected;
    }

    private static ShellDescriptors Descriptor(string target) => target is "0" or "1" or "2" ? Flag(target[0] - '0') : ShellDescriptors.None;

    private static ShellDescriptors Flag(int descriptor) => descriptor is >= 0 and <= 2 ? (ShellDescriptors)(1 << descriptor) : ShellDescriptors.None;
}
