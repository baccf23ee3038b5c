using System;
using System.IO;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;

namespace Quiesce.EndToEnd.Machines;

/// <summary>A compiled profile of the machine's own MariaDB, as a build leaves it.</summary>
internal static class CompiledShop
{
    public const string Name = "shop";

    public const string Folder = MachineDisks.Payload + "/" + Name;

    /// <summary>Generous limits: under emulation everything takes ten times as long.</summary>
    public static ProfileSpec Profile { get; } = new()
    {
        Name = Name,
        TypeName = "Shop",
        Host = new HostSettings
        {
            TimeoutInSeconds = 240,
            PreScriptNoOfRetries = 0,
            PostScriptNoOfRetries = 0,
            ContinueBackupOnFailure = false,
            FsFreezeEnabled = true,
            ScriptsExecutionPollTimeSeconds = 1,
        },
        Run = new RunSettings { LeaseInSeconds = 240, FreezeLimitInSeconds = 60, RunDirectory = "/run/quiesce/shop", LogDirectory = "/var/log/quiesce", StateDirectory = "/var/lib/quiesce" },
        Engines = (EngineSpec[])
        [
            new MariaDbSpec { Name = "orders", Method = MariaDbQuiesce.BackupStage, Mounts = (string[])["/"], Socket = "/run/mysqld/mysqld.sock", User = "root", LockWaitInSeconds = 60 },
        ],
    };

    public static void Write(string content) => Write(content, Profile);

    public static void Write(string content, ProfileSpec profile)
    {
        foreach (var artifact in ArtifactCompiler.Compile(profile))
        {
            var file = Path.Combine(content, artifact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, ArtifactCompiler.TextOf(artifact));
            File.SetUnixFileMode(file, (UnixFileMode)Convert.ToInt32(artifact.Mode, 8));
        }
    }
}
