using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Running;

/// <summary>Freezes for real, behind a guard and a sentinel.</summary>
internal sealed class GuardedFreezer : IFileSystemFreezer
{
    private const string LoopDevices = "/dev/loop";

    /// <summary>By which Azure's agent and we keep out of each other's freezes.</summary>
    public string LockFile { get; init; } = HostPlaces.ThisMachine.FreezeLock;

    /// <summary>The program that becomes guard and sentinel; absent for this program itself, where that is quiesce.</summary>
    public Func<IReadOnlyList<string>>? Guard { get; init; }

    /// <summary>Azure leaves out loop devices, and what cannot be written to needs no freeze.</summary>
    public IReadOnlyList<string> AllMounts() => [.. MountTable.Read().Entries
        .Where(mount => FreezableFileSystems.AzureFreezes(mount.FileSystemType) && !mount.IsReadOnly && !mount.Source.StartsWith(LoopDevices, StringComparison.Ordinal))
        .DistinctBy(mount => mount.Device)
        .Select(mount => mount.MountPoint)];

    /// <summary>What snapshots itself is frozen only where the snapshot does not cover it; whether it does is not known before it is prepared.</summary>
    public IReadOnlyList<string> Preview(IReadOnlyList<string> mounts)
    {
        MountTable table = MountTable.Read();
        string[] left = [.. mounts.Where(path => table.At(path) is { } mount && FreezableFileSystems.SnapshotsItself(mount.FileSystemType))];
        try
        {
            return
            [
                .. FreezePlan.For(mounts.Except(left), table, new BlockDevices()).Mounts.Select(mount => $"{mount.MountPoint} ({mount.FileSystemType})"),
                .. left.Select(path => $"{path} is left to the snapshot, which must be one of its own kind"),
            ];
        }
        catch (FreezeException refused)
        {
            throw new OutcomeException(OutcomeOf(refused.Fault), refused.Message);
        }
    }

    public IPreparedFreeze Prepare(IReadOnlyList<string> mounts, TimeSpan limit, TimeSpan restLimit)
    {
        try
        {
            MountTable table = MountTable.Read();
            var devices = new BlockDevices();
            FreezePlan plan = FreezePlan.For(mounts, table, devices);
            IReadOnlyList<string> hazards = new FreezeHazards(table).For(plan);
            FreezeSession session = FreezeSession.PrepareAsync(plan, Options(limit), CancellationToken.None).GetAwaiter().GetResult();
            var prepared = new Prepared(session, session.RecordProblem is { } problem ? [.. hazards, problem] : hazards, [.. mounts.Select(table.At).OfType<MountEntry>()], plan.Mounts.ToDictionary(mount => mount.Device, mount => devices.StackOf(mount.Device)));
            prepared.WriteBack();
            session.ArmAhead(restLimit);
            return prepared;
        }
        catch (FreezeException refused)
        {
            throw new OutcomeException(OutcomeOf(refused.Fault), refused.Message);
        }
    }

    private FreezeOptions Options(TimeSpan limit)
    {
        var options = new FreezeOptions { Deadline = limit, LockFile = LockFile };
        return Guard is null ? options : options with { GuardExecutable = Guard() };
    }

    private static Outcome OutcomeOf(FreezeFault fault) => fault switch
    {
        FreezeFault.OpenFailed => OutcomeCatalogue.MountOpenFailed,
        FreezeFault.Timeout => OutcomeCatalogue.FreezeTimeout,
        _ => OutcomeCatalogue.FreezeFailed,
    };

    private sealed class Prepared(
        FreezeSession session, IReadOnlyList<string> hazards, IReadOnlyList<MountEntry> named, IReadOnlyDictionary<DeviceNumber, IReadOnlyList<string>> stacks) : IPreparedFreeze
    {
        private readonly CancellationTokenSource _lost = new();
        private bool _frozen;

        public IReadOnlyList<string> Hazards => hazards;

        public IReadOnlyList<DeviceNumber> Devices { get; } = [.. named.Select(mount => mount.Device).Distinct()];

        public CancellationToken Lost => _lost.Token;

        /// <summary>
        /// Done before the application stops, it takes most of the write-back out of the time in which it stands still. Done again before the freeze, it leaves little for the time in which
        /// nobody can write; a held application stands still some 5 ms longer for it.
        /// </summary>
        public void WriteBack() => session.SyncAsync(CancellationToken.None).GetAwaiter().GetResult();

        public void Freeze()
        {
            WriteBack();
            FreezeReport report = session.Freeze();
            if (!report.IsFrozen)
                throw new OutcomeException(OutcomeOf(report.Fault), report.Problem ?? "the freeze ended before it was complete");

            _frozen = true;
            session.Lost.ContinueWith(_ => _lost.Cancel(), TaskScheduler.Default);
        }

        public IReadOnlyList<FrozenMount> Thaw()
        {
            if (!_frozen)
                return [];

            FreezeReport report = session.ThawAsync().GetAwaiter().GetResult();
            return
            [
                .. from system in report.FileSystems
                   from mount in named
                   where mount.Device == system.Device
                   select new FrozenMount(mount.MountPoint, mount.Device, system.FreezeEnded, system.ThawStarted, report.Held && system.FreezeHeld, report.Problem)
                   {
                       FreezeCalledAtMs = system.FreezeStarted,
                       ThawReturnedAtMs = system.ThawEnded,
                       Stack = stacks[mount.Device],
                   }
            ];
        }

        public void Dispose()
        {
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
