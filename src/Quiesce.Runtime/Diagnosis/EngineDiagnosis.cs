using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>What follows from an engine's answers for a backup: is its kind verified, do its files stand still with the rest, would its cluster take a freeze for a death.</summary>
internal static class EngineDiagnosis
{
    private const string PatroniFolder = "/etc/patroni";

    public static IEnumerable<Diagnosis> Of(Patient patient, EngineSpec engine, EngineFacts facts) =>
        [.. Verification(engine, facts), .. FilesOutsideTheFreeze(patient, engine, facts), .. Roles(engine, facts), .. Clusters(patient, engine, facts)];

    private static IEnumerable<Diagnosis> Verification(EngineSpec engine, EngineFacts facts)
    {
        if (engine is not DatabaseServerSpec)
            yield break;
        if (!engine.IsVerifiedOnRealServer)
            yield return Diagnosis.Warning(engine.Name!, $"{engine.Kind} is not verified on a real server, only against a stand-in that speaks its statements", "restore a copy and look at it before relying on it");
        else if (facts.Version is { } version)
        {
            yield return Diagnosis.Fine(engine.Name!, VerifiedServers.Covers(engine.Kind, version)
                ? "this version is verified on a real server"
                : "other versions of it are verified on a real server, this one is not");
        }
    }

    /// <summary>By device, not by path: a link or a mount below the data folder leads elsewhere.</summary>
    private static IEnumerable<Diagnosis> FilesOutsideTheFreeze(Patient patient, EngineSpec engine, EngineFacts facts)
    {
        if (!patient.Freezes)
            yield break;
        HashSet<DeviceNumber> frozen = [.. patient.AllMountsToFreeze.Select(patient.Mounts.At).OfType<MountEntry>().Select(mount => mount.Device)];
        foreach (string path in facts.Paths.Distinct())
        {
            if (DeviceOf(path) is not { } device || frozen.Contains(device))
                continue;
            string where = patient.Mounts.Entries.LastOrDefault(mount => mount.Device == device)?.MountPoint ?? $"device {device}";
            yield return new Diagnosis(
                engine.Proof == ProofKind.Atomic ? RuleSeverity.Error : RuleSeverity.Warning,
                engine.Name!,
                $"{path} lies on {where}, which is not frozen",
                $"add \"{where}\" to the engine's Mounts, or move the files");
        }
    }

    /// <summary>Nothing would be wrong with a run that is skipped, and there would be no copy of this machine either.</summary>
    private static IEnumerable<Diagnosis> Roles(EngineSpec engine, EngineFacts facts)
    {
        if (engine is DatabaseServerSpec { Role: RolePolicy.PrimaryOnly or RolePolicy.ReplicaOnly } server && facts.Role is { } role && server.RoleName != role + "-only")
            yield return Diagnosis.Warning(engine.Name!, $"is a {role}, and the profile wants {server.RoleName}: a run here is skipped, without a snapshot", ScriptExitStatus.Skipped.Remedy);
    }

    private static IEnumerable<Diagnosis> Clusters(Patient patient, EngineSpec engine, EngineFacts facts)
    {
        foreach (string size in facts.All("galera").Where(size => size != "1"))
        {
            yield return engine is ClusteredServerSpec { PauseCluster: true }
                ? Diagnosis.Fine(engine.Name!, $"a node of a Galera cluster of {size}, desynced for the time of the hold (PauseCluster)")
                : Diagnosis.Warning(
                    engine.Name!, $"a node of a Galera cluster of {size}: a lock that lasts makes the whole cluster wait", "set PauseCluster, so that the node is desynced for the time (wsrep_desync), or back up one that takes no writes");
        }

        // A profile that names the manager asks it for its ttl before every freeze.
        if (engine is PostgreSqlSpec { Cluster: PostgreSqlCluster.None, FailoverAfterInSeconds: null } && Directory.Exists(patient.Places.In(PatroniFolder)))
        {
            yield return Diagnosis.Warning(
                engine.Name!, $"{PatroniFolder} is there: a freeze longer than Patroni's ttl (30 s by default) makes it fail over", "set Cluster = PostgreSqlCluster.Patroni, with PauseCluster where a freeze may outlast the ttl; or set FailoverAfterInSeconds to the ttl, so that the rules can judge it");
        }
    }

    /// <summary><see langword="null"/> for what this machine does not have: then the server runs elsewhere.</summary>
    private static DeviceNumber? DeviceOf(string path) =>
        LibC.statx(LibC.AT_FDCWD, path, 0, LibC.STATX_BASIC_STATS, out FileStatus status) == 0 ? new DeviceNumber(status.DeviceMajor, status.DeviceMinor) : null;
}
