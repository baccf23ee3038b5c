using System;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Tests;

/// <summary>A profile with an engine of every kind, of which no rule has anything to say, and its files as the build writes them.</summary>
internal static class CompiledProfile
{
    public static ProfileSpec Sample { get; } = new()
    {
        Name = "sample",
        TypeName = "Tests.Sample",
        Host = new HostSettings
        {
            TimeoutInSeconds = 60,
            ScriptsExecutionPollTimeSeconds = 1,
            PreScriptNoOfRetries = 0,
            PostScriptNoOfRetries = 1,
            ContinueBackupOnFailure = true,
            FsFreezeEnabled = true,
        },
        Run = new RunSettings
        {
            LeaseInSeconds = 90,
            FreezeLimitInSeconds = 60,
            Mounts = (string[])["/srv/files"],
            ConfigLocation = "/etc/azure/VMSnapshotScriptPluginConfig.json",
            RunDirectory = "/run/quiesce/sample",
            LogDirectory = "/var/log/quiesce",
            StateDirectory = "/var/lib/quiesce",
        },
        Engines = (EngineSpec[])
        [
            new PostgreSqlSpec { Name = "ledger", Method = PostgreSqlQuiesce.Checkpoint, Mounts = (string[])["/srv/ledger"], OsUser = "postgres", Database = "postgres" },
            new MySqlSpec { Name = "stock", Method = MySqlQuiesce.InstanceLock, Mounts = (string[])["/srv/stock"], LockWaitInSeconds = 5, User = "backup", DefaultsFile = "/etc/stock.cnf" },
            new MariaDbSpec { Name = "orders", Method = MariaDbQuiesce.ReadLock, Mounts = (string[])["/srv/orders"], LockWaitInSeconds = 10, Port = 3307 },
        ],
        Steps = (StepSpec[])
        [
            new StepSpec { Member = "Drain", Phase = StepPhase.BeforeQuiesce, Text = "true", TimeoutInSeconds = 5, Undo = new UndoSpec("Resume", "true") },
            new StepSpec { Member = "Tell", Phase = StepPhase.AfterRelease, Text = "echo 'done'", TimeoutInSeconds = 6 },
        ],
    };

    public static void Write(ScratchFolder folder, ProfileSpec profile) => Write(folder.Path, profile);

    public static void Write(string folder, ProfileSpec profile)
    {
        foreach (Artifact artifact in ArtifactCompiler.Compile(profile))
        {
            string path = Path.Combine(folder, Path.GetFileName(artifact.Path));
            File.WriteAllText(path, ArtifactCompiler.TextOf(artifact));
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(artifact.Mode, 8));
        }
    }
}
