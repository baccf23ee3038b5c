using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime;
using Quiesce.Runtime.Running;
using Quiesce.Runtime.Tests;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A profile that our own host runs, with state, log and history in a folder of the test's own. Nothing is frozen: what is shown is what the scripts hold.</summary>
internal sealed class ProfileUnderOurHost : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-host-").FullName;
    private readonly ProfileHandle _profile;

    public ProfileUnderOurHost(ProfileSpec spec) => _profile = Handles.Of(spec with
    {
        Host = spec.Host with { ScriptsExecutionPollTimeSeconds = 1, ContinueBackupOnFailure = false, FsFreezeEnabled = false },
        Run = spec.Run with { FreezeLimitInSeconds = 10, RunDirectory = _folder + "/run", LogDirectory = _folder + "/log", StateDirectory = _folder + "/state" },
    });

    public string Log => File.ReadAllText(_folder + "/log/profile.log");

    public string[] History => Directory.GetFiles(_folder + "/state/runs");

    /// <summary>What the run under way has noted, as a file below its folder.</summary>
    public string Noted(string file) => File.ReadAllText($"{_folder}/run/current/{file}");

    public Task<RunResult> RunAsync(Func<CancellationToken, Task> snapshot) => _profile.RunAsync(new SnapshotByTest(snapshot), TestContext.Current.CancellationToken);

    public void Dispose()
    {
        // The machine's folder for programs must not fill with those of tests.
        Directory.Delete(ProfileFolder.Write(_profile), recursive: true);
        Directory.Delete(_folder, recursive: true);
    }
}
