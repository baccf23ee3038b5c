using System;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>The printed scripts, in the shells they are for.</summary>
public sealed class CompletionTests
{
    /// <summary>What a person has typed, and some of what the shell must offer; what it must not is an option where none was begun.</summary>
    public static TheoryData<string, string, string[]> Lines
    {
        get
        {
            var lines = new TheoryData<string, string, string[]>();
            foreach (string shell in (string[])["bash", "zsh", "fish"])
            {
                lines.Add(shell, "quiesce ", ["run", "thaw", "validate", "explain"]);
                lines.Add(shell, "quiesce val", ["validate"]);
                lines.Add(shell, "quiesce run --sn", ["--snapshot-command"]);
                lines.Add(shell, "quiesce thaw --d", ["--dry-run"]);
                lines.Add(shell, "quiesce rehearse --d", ["--dry-run"]);
                lines.Add(shell, "quiesce validate --format ", ["json", "sarif", "text"]);
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_shell_offers_what_the_parser_knows(string shell, string line, string[] expected)
    {
        string[] offered = Complete(shell, line);

        Assert.Subset(offered.ToHashSet(), expected.ToHashSet());
        Assert.DoesNotContain(offered, word => word.StartsWith('-') != expected[0].StartsWith('-'));
    }

    [Theory]
    [InlineData("bash", "")]
    [InlineData("zsh", "a file")]
    [InlineData("fish", "/etc/hostname")]
    public void Where_the_parser_has_nothing_to_offer_a_files_name_is_meant(string shell, string expected) =>
        Assert.Equal(expected, string.Join(' ', Complete(shell, "quiesce validate /etc/hostnam")));

    [Fact]
    public void The_script_for_bash_is_clean_under_shellcheck()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/shellcheck"), "shellcheck is not installed");
        using var folder = new ScratchFolder();
        string script = folder.Write("quiesce", CommandLine.Run("completion", "bash").Output);

        Assert.Equal((0, ""), Tool.TryRun("shellcheck", script));
    }

    /// <summary>Asks the shell as its own line editor would: bash and zsh through the variables that they set, fish by its own builtin.</summary>
    private static string[] Complete(string shell, string line)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/" + shell), shell + " is not installed");
        using var folder = new ScratchFolder();
        string script = folder.Write("ask", Question(shell));
        string path = Path.GetDirectoryName(CommandLine.Executable) + ":" + Environment.GetEnvironmentVariable("PATH");
        return Tool.Run("env", "PATH=" + path, shell, shell == "fish" ? "--no-config" : shell == "zsh" ? "-f" : "--norc", script, line).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Question(string shell) => shell switch
    {
        "bash" =>
            """
            eval "$(quiesce completion bash)"
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<<"$1"
            [[ $1 != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _quiesce
            printf '%s\n' "${COMPREPLY[@]}"
            """,
        "zsh" =>
            """
            compdef() { }
            compadd() { print -rl -- "${(@P)2}" }
            _files() { print 'a file' }
            eval "$(quiesce completion zsh)"
            words=("${(@s: :)1}") CURRENT=$#words PREFIX=${words[-1]}
            _quiesce
            """,
        _ =>
            """
            quiesce completion fish | source
            complete --do-complete $argv[1]
            """,
    };
}
