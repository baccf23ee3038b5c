using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Snapshots;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>The whole way from a file that somebody spoilt to scripts that run as root, or do not.</summary>
public sealed class MutatedConfigurationTests : IDisposable
{
    private const int Mutants = 20_000;

    /// <summary>A run starts two shells; of those that are to run a part is enough.</summary>
    private const int RunsOfGoodOnes = 150;

    private const int InternalError = 999;

    private readonly ScratchFolder _folder = new();

    public MutatedConfigurationTests() => Privileges.RequireRoot();

    private string Log => _folder.At("log");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Of_20_000_mutated_configurations_none_runs_a_script_that_the_contract_forbids_and_none_crashes_or_hangs()
    {
        string pre = _folder.Write("pre.sh", $"echo pre >>{Log}", "700");
        string post = _folder.Write("post.sh", $"echo post >>{Log}", "700");
        (string, string)[] good =
        [
            ("pluginName", "\"ScriptRunner\""), ("preScriptLocation", $"\"{pre}\""), ("postScriptLocation", $"\"{post}\""), ("preScriptParams", "[\"one\", \"\"]"), ("postScriptParams", "[]"),
            ("preScriptNoOfRetries", "1"), ("postScriptNoOfRetries", "0"), ("timeoutInSeconds", "120"), ("continueBackupOnFailure", "false"), ("fsFreezeEnabled", "true"),
            ("ScriptsExecutionPollTimeSeconds", "1"), ("comment", "{\"since\": [2026]}"),
        ];

        (int forbidden, int run) = await Task.Run(() => Judge(good), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(20), TestContext.Current.CancellationToken);

        // Neither a validator that accepts everything nor mutants that spoil nothing would show anything.
        Assert.InRange(forbidden, Mutants / 4, Mutants * 9 / 10);
        Assert.Equal(RunsOfGoodOnes, run);
    }

    private (int Forbidden, int Run) Judge((string, string)[] good)
    {
        int forbidden = 0;
        int run = 0;
        foreach (byte[] text in MutatedConfigurations.Of(good, Mutants))
        {
            bool isForbidden = !ContractValidator.Accepts(text);
            if (!isForbidden && run == RunsOfGoodOnes)
                continue;

            RunReport report = Run(text);
            Assert.True(report.Outcome.Number != InternalError, $"{report.Outcome.Message}\n{Encoding.UTF8.GetString(text)}");
            bool hasRun = report.Scripts.Count > 0 || File.Exists(Log);
            Assert.False(isForbidden && hasRun, $"a script ran although the contract forbids it:\n{Encoding.UTF8.GetString(text)}");
            forbidden += isForbidden ? 1 : 0;
            run += hasRun ? 1 : 0;
            File.Delete(Log);
        }

        return (forbidden, run);
    }

    private RunReport Run(byte[] text)
    {
        string config = _folder.Write("config.json", "");
        File.WriteAllBytes(config, text);
        return new BackupRun(new RunRequest { ConfigFile = config, Mounts = ["/data"], Snapshot = Snapshot.Command("true") }, new FaultyFreezer()).Execute(CancellationToken.None);
    }
}
