using System;
using System.Diagnostics;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

/// <summary>What every script stands on, tried by itself: a head of our own, the fragment, and one question to it.</summary>
public sealed class CoreFragmentTests
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
