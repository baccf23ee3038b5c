using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>
/// Logs in to an engine with the profile's own settings, through the same client and the same lines of shell that a run uses, and tries what needs a privilege. What answers is the server itself.
/// </summary>
internal static class EngineExamination
{
    /// <summary>A client gives up connecting after 5 s; a server that let us in answers at once.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    public static IEnumerable<Diagnosis> Of(Patient patient, EngineSpec engine)
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        EngineFacts facts = Ask(patient.Profile!, engine);
        return [EndOf(engine, facts), .. EngineDiagnosis.Of(patient, engine, facts)];
    }

    private static Diagnosis EndOf(EngineSpec engine, EngineFacts facts)
    {
        string name = engine.Name!;
        if (facts.End == "ok")
            return Diagnosis.Fine(name, facts.Login);
        ScriptExitStatus? status = ScriptExitStatus.All.FirstOrDefault(known => known.Name == facts.End);
        return Diagnosis.Error(name, facts.Reason.StartsWith(name + ": ", StringComparison.Ordinal) ? facts.Reason[(name.Length + 2)..] : facts.Reason, status?.Remedy ?? "run it again");
    }

    /// <summary>In folders of its own, so that a run under way is neither seen nor disturbed.</summary>
    private static EngineFacts Ask(ProfileSpec profile, EngineSpec engine)
    {
        string folder = Directory.CreateTempSubdirectory("quiesce-doctor-").FullName;
        try
        {
            string script = Path.Combine(folder, "examine.sh");
            File.WriteAllText(script, ScriptCompiler.CompileExamination(profile with
            {
                Engines = (EngineSpec[])[engine],
                Steps = default,
                Run = profile.Run with { RunDirectory = folder + "/run", LogDirectory = folder + "/log", StateDirectory = folder + "/state" },
            }).Text);
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            using TrustedFile file = TrustedFile.Open(script, FileRole.Manifest);
            using var runner = new ScriptRunner(new ScriptEnvironment(Guid.NewGuid().ToString("N"), profile.Name!), s_limit, Timeout.InfiniteTimeSpan);
            ScriptResult result = runner.Run(
                new HostScript { Name = "doctor", File = file, Parameters = [], Retries = 0, Failed = OutcomeCatalogue.InternalError, TimedOut = OutcomeCatalogue.InternalError },
                CancellationToken.None);
            return new EngineFacts(engine, result.End == ProgramWaitEnd.TimedOut ? $"end|engine-unreachable|did not answer within {s_limit.TotalSeconds:F0} s" : result.Output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
