using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests.Library;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>The whole way from a file that somebody spoilt to scripts that run as root, or do not.</summary>
public sealed class MutatedConfigurationTests
{
    private const int Mutants = 20_000;

    /// <summary>Most of a run is waiting for its scripts.</summary>
    private const int Lanes = 4;

    private const int InternalError = 999;

    public MutatedConfigurationTests() => Privileges.RequireRoot();

    [Fact]
    public async Task Of_20_000_mutated_configurations_none_runs_a_script_that_the_contract_forbids_and_none_crashes_or_hangs()
    {
        Task<(int Forbidden, int Ran)>[] lanes = [.. Enumerable.Range(0, Lanes).Select(lane => Task.Factory.StartNew(() => Judge(lane), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];

        (int Forbidden, int Ran)[] judged = await Task.WhenAll(lanes).WaitAsync(TimeSpan.FromMinutes(20), TestContext.Current.CancellationToken);
        (int forbidden, int ran) = (judged.Sum(lane => lane.Forbidden), judged.Sum(lane => lane.Ran));

        // Neither a validator that accepts everything nor mutants that spoil nothing would show anything.
        Assert.InRange(forbidden, Mutants / 4, Mutants * 9 / 10);
        Assert.InRange(ran, Mutants / 10, Mutants - forbidden);
        TestContext.Current.SendDiagnosticMessage("of {0} mutated configurations the contract forbids {1}; of the other {2} the scripts of {3} ran", Mutants, forbidden, Mutants - forbidden, ran);
    }

    /// <summary>Every one of them, also those that the contract allows: which scripts ran is what is asked, and not what a reader thinks of the text.</summary>
    private static (int Forbidden, int Ran) Judge(int lane)
    {
        using var folder = new ScratchFolder();
        string log = folder.At("log");
        int forbidden = 0;
        int ran = 0;
        foreach (byte[] text in MutatedConfigurations.Of(GoodOne(folder, log), Mutants).Where((_, index) => index % Lanes == lane))
        {
            bool isForbidden = !ContractValidator.Accepts(text);
            RunReport report = Run(folder, text);
            Assert.True(report.Outcome.Number != InternalError, $"{report.Outcome.Message}\n{Encoding.UTF8.GetString(text)}");
            bool hasRun = report.Scripts.Count > 0 || File.Exists(log);
            Assert.False(isForbidden && hasRun, $"a script ran although the contract forbids it:\n{Encoding.UTF8.GetString(text)}");
            forbidden += isForbidden ? 1 : 0;
            ran += hasRun ? 1 : 0;
            File.Delete(log);
        }

        return (forbidden, ran);
    }

    private static (string, string)[] GoodOne(ScratchFolder folder, string log)
    {
        string pre = folder.Write("pre.sh", $"echo pre >>{log}", "700");
        string post = folder.Write("post.sh", $"echo post >>{log}", "700");
        return
        [
            ("pluginName", "\"ScriptRunner\""), ("preScriptLocation", $"\"{pre}\""), ("postScriptLocation", $"\"{post}\""), ("preScriptParams", "[\"one\", \"\"]"), ("postScriptParams", "[]"),
            ("preScriptNoOfRetries", "1"), ("postScriptNoOfRetries", "0"), ("timeoutInSeconds", "120"), ("continueBackupOnFailure", "false"), ("fsFreezeEnabled", "true"),
            ("ScriptsExecutionPollTimeSeconds", "1"), ("comment", "{\"since\": [2026]}"),
        ];
    }

    private static RunReport Run(ScratchFolder folder, byte[] text)
    {
        string config = folder.Write("config.json", "");
        File.WriteAllBytes(config, text);
        return new BackupRun(new RunRequest { ConfigFile = config, Mounts = ["/data"], Snapshot = new StandInSnapshot() }, new FaultyFreezer()).Execute(CancellationToken.None);
    }
}
