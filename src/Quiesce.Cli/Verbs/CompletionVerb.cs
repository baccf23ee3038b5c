using System;
using System.CommandLine;
using System.IO;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce completion</c>: the script that makes a shell complete our command lines. It asks the parser itself, by its suggest directive, and so never lags behind the verbs.</summary>
internal static class CompletionVerb
{
    private static readonly Argument<string> s_shell = new("SHELL") { Description = "bash, zsh or fish." };

    static CompletionVerb() => s_shell.AcceptOnlyFromAmong("bash", "zsh", "fish");

    public static Command Create()
    {
        var verb = new Verb("completion", "Print the script that makes a shell complete quiesce's command lines.")
        {
            Examples =
                """
                eval "$(quiesce completion bash)"
                quiesce completion bash >/etc/bash_completion.d/quiesce
                quiesce completion zsh >/usr/local/share/zsh/site-functions/_quiesce
                quiesce completion fish >~/.config/fish/completions/quiesce.fish
                """,
            ExitCodes =
                """
                0    the script is printed
                2    wrong usage of the command line
                """,
        };
        verb.Add(s_shell);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        string name = "completion." + parsed.GetValue(s_shell);
        using Stream script = typeof(CompletionVerb).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not embedded");
        using var reader = new StreamReader(script);
        parsed.InvocationConfiguration.Output.Write(reader.ReadToEnd());
        return ExitCode.Success;
    }
}
