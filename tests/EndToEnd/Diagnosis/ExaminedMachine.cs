using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Diagnosis;
using Quiesce.Runtime.Plugins;
using Xunit;

namespace Quiesce.EndToEnd.Diagnosis;

/// <summary>A compiled profile with one engine in a folder, and the machine's host files in another that is empty.</summary>
internal sealed class ExaminedMachine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-examined-").FullName;

    public ExaminedMachine(EngineSpec engine)
    {
        var profile = new ProfileSpec
        {
            Name = "profile",
            TypeName = "Profile",
            Host = new HostSettings
            {
                TimeoutInSeconds = 60,
                PreScriptNoOfRetries = 0,
                PostScriptNoOfRetries = 0,
                ContinueBackupOnFailure = false,
                FsFreezeEnabled = true,
                ScriptsExecutionPollTimeSeconds = 1,
            },
            Run = new RunSettings { LeaseInSeconds = 90, FreezeLimitInSeconds = 60, RunDirectory = _folder + "/run", LogDirectory = _folder + "/log", StateDirectory = _folder + "/state" },
            Engines = (EngineSpec[])[engine],
        };
        foreach (var artifact in ArtifactCompiler.Compile(profile))
        {
            var path = Path.Combine(Directory.CreateDirectory(_folder + "/profile").FullName, Path.GetFileName(artifact.Path));
            File.WriteAllText(path, ArtifactCompiler.TextOf(artifact));
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(artifact.Mode, 8));
        }
    }

    /// <summary>What the doctor says of the engine.</summary>
    public Runtime.Diagnosis.Diagnosis[] Engine
    {
        get
        {
            Runtime.Diagnosis.Diagnosis[] engine = [.. Doctor.Examine(Places, Patients.Of(_folder + "/profile", Places)).Where(diagnosis => diagnosis.Subject == "orders")];
            Assert.NotEmpty(engine);
            return engine;
        }
    }

    private HostPlaces Places => new(_folder);

    public Runtime.Diagnosis.Diagnosis[] Errors => [.. Engine.Where(diagnosis => diagnosis.Severity == RuleSeverity.Error)];

    /// <summary>A folder of the machine, as a package makes one for its settings.</summary>
    public void Make(string folder) => Directory.CreateDirectory(_folder + folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
