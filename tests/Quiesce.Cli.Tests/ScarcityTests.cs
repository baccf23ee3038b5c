using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Runtime.Tests;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary>A machine that has run out of something: room on the disk that takes the output, file descriptors, a kernel new enough.</summary>
public sealed class ScarcityTests : IDisposable
{
    /// <summary>More than the runtime itself opens, by far.</summary>
    private const int Enough = 400;

    private readonly ScratchFolder _folder = new();

    public ScarcityTests() => Privileges.RequireRoot();

    private string History => _folder.At("runs");

    private string[] Ran => File.Exists(_folder.At("log")) ? File.ReadAllLines(_folder.At("log")) : [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_of_progress_that_nobody_takes_do_not_let_go_of_a_script_at_work()
    {
        (int exitCode, string output, _) = CommandLine.RunBy(Redirected("2>/dev/full"), Run(pre: "sleep 2.5"));

        Assert.Equal(["pre", "pre ends", "post"], Ran);
        Assert.Equal(4, exitCode);
        Assert.Contains("ProofMissing (906)", output);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--history")]
    public void Output_that_nobody_takes_costs_neither_the_report_nor_the_history_nor_the_metrics(string option)
    {
        string[] arguments = [.. Run(), "--report", _folder.At("report.json"), "--metrics", _folder.At("metrics.prom"), .. option == "--json" ? (string[])["--json"] : []];

        (int exitCode, _, string error) = CommandLine.RunBy(Redirected(">/dev/full"), arguments);

        Assert.Equal(70, exitCode);
        Assert.Single(Directory.GetFiles(History));
        Assert.True(File.Exists(_folder.At("report.json")));
        Assert.True(File.Exists(_folder.At("metrics.prom")));
        Assert.Equal(["quiesce: the result cannot be written to standard output: No space left on device"], ErrorLines(error));
    }

    /// <summary>No verb may say with its exit code that it found an error, or refused, when it could not say anything.</summary>
    [Theory]
    [InlineData("explain", "305")]
    [InlineData("show", "--schema")]
    [InlineData("status")]
    [InlineData("doctor")]
    [InlineData("thaw", "--print-unit")]
    [InlineData("completion", "bash")]
    [InlineData("validate", "/nowhere")]
    [InlineData("run", "--help")]
    [InlineData("--version")]
    public void A_verb_that_cannot_print_ends_with_70_and_one_line(params string[] arguments)
    {
        (int exitCode, _, string error) = CommandLine.RunBy(Redirected(">/dev/full"), arguments);

        Assert.Equal(70, exitCode);
        Assert.Equal(["quiesce: No space left on device"], ErrorLines(error));
    }

    [Fact]
    public void However_few_descriptors_there_are_the_post_script_follows_the_pre_script()
    {
        bool complete = false;
        bool begins = false;
        for (int descriptors = 20; !complete && descriptors < Enough; descriptors += begins ? 1 : 4)
        {
            File.Delete(_folder.At("log"));

            (_, string output, _) = CommandLine.RunBy(["prlimit", $"--nofile={descriptors.ToString(CultureInfo.InvariantCulture)}"], Run(pre: "sleep 0.1"));

            string[] ran = Ran;
            complete = ran.SequenceEqual(["pre", "pre ends", "post"]);
            // A script that cannot be started, or not be watched, has failed; one that was begun is followed by the other.
            Assert.True(complete || ran is [] or ["post"] or ["pre", "post"], $"with {descriptors} descriptors: {string.Join(", ", ran)}\n{output}");
            begins |= output != "";
        }

        Assert.True(complete);
    }

    [Fact]
    public void A_kernel_on_which_no_process_can_be_watched_is_refused_before_any_script()
    {
        (int exitCode, string output, _) = CommandLine.RunBy(["perl", "-e", WithoutPidFds], Run());

        Assert.Equal(1, exitCode);
        Assert.StartsWith("MachineUnfit (913): no process can be watched here", output, StringComparison.Ordinal);
        Assert.Contains("Linux 5.3", output);
        Assert.Empty(Ran);
    }

    /// <summary>Makes the system call fail as on a kernel that does not have it (seccomp's filter: load the number, compare, ENOSYS or allow), and goes on as its arguments say.</summary>
    private const string WithoutPidFds =
        """
        my $prctl = `uname -m` =~ /x86_64/ ? 157 : 167;
        my $filter = pack("SCCL" x 4, 0x20, 0, 0, 0,  0x15, 0, 1, 434,  0x06, 0, 0, 0x00050026,  0x06, 0, 0, 0x7fff0000);
        my $program = pack("S x6 P", 4, $filter);
        syscall($prctl, 38, 1, 0, 0, 0) == 0 or die "no_new_privs: $!";
        syscall($prctl, 22, 2, $program, 0, 0) == 0 or die "seccomp: $!";
        exec @ARGV or die;
        """;

    private static string[] Redirected(string redirection) => ["/bin/sh", "-c", $"exec \"$@\" {redirection}", "sh"];

    private static string[] ErrorLines(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Without a freeze: it is the scripts and what is written that are looked at.</summary>
    private string[] Run(string pre = "")
    {
        string preScript = _folder.Write("pre.sh", $"echo pre >>{_folder.At("log")}\n{pre}\necho pre ends >>{_folder.At("log")}\n", "700");
        string postScript = _folder.Write("post.sh", $"echo post >>{_folder.At("log")}\n", "700");
        string config = _folder.Write("config.json", $"{{\"preScriptLocation\": \"{preScript}\", \"postScriptLocation\": \"{postScript}\", \"fsFreezeEnabled\": false, \"ScriptsExecutionPollTimeSeconds\": 1}}");
        return ["run", "--config", config, "--snapshot-command", "true", "--history", History];
    }
}
