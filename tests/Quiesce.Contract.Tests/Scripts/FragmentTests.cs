using System;
using System.Diagnostics;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

/// <summary>What every script stands on, tried by itself: a head of our own, a fragment or two, and one question to them.</summary>
public sealed class FragmentTests
{
    /// <summary>Where the run directory is full, the file that should hold a process id is empty.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void There_is_no_process_without_an_id(string shell)
        => Assert.Equal("no process", Ask(shell, "start_of '' || echo 'no process'"));

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_process_that_has_ended_gets_no_timer_and_an_earlier_one_is_not_taken_for_its(string shell)
        => Assert.Equal("timer: ''", Ask(shell, """
            true &
            wait $!
            timer='the watchdog'
            start_timer 600 TERM "-$!" "$!"
            echo "timer: '$timer'"
            """));

    /// <summary>Where there is neither runuser nor setpriv: what looks like an option is the client's, not that of <c>su</c>.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_client_that_su_starts_as_another_user_gets_its_words_as_they_are(string shell)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user without a password: run the tests as root");

        Assert.Equal("nobody|--no-psqlrc|two words", Ask(shell, ScriptFragments.Text("session") + """
            command() { return 1; }
            exec_as nobody sh -c 'printf "%s|" "$(id -un)"; printf "%s|%s" "$@"' client --no-psqlrc 'two words'
            """));
    }

    private static string Ask(string shell, string question)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"run_directory=/nonexistent log_directory=/nonexistent profile=any\n{ScriptFragments.Text("core")}{question}\n");
            using var process = Process.Start(Shells.Start(shell, file))!;
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return answer.TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }
}
