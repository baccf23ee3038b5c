using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Running;

/// <summary>Freezes for real, behind a guard and a sentinel.</summary>
internal sealed class GuardedFreezer : IFileSystemFreezer
{
    /// <summary>By which Azure's agent and we keep out of each other's freezes.</summary>
    public string LockFile { get; init; } = HostPlaces.ThisMachine.FreezeLock;

    /// <summary>The program that becomes guard and sentinel; absent for this program itself, where that is quiesce.</summary>
    public Func<IReadOnlyList<string>>? Guard { get; init; }

    public IReadOnlyList<string> AllMounts(IReadOnlyCollection<string> skipped) => Translated(() => MachineMounts.In(MountTable.Read(), skipped));

    /// <summary>What snapshots itself is frozen only where the snapshot does not cover it; whether it does is not known before it is prepared.</summary>
    public IReadOnlyList<string> Preview(IReadOnlyList<string> mounts)
    {
        MountTable table = MountTable.Read();
        string[] left = [.. mounts.Where(path => table.At(path) is { } mount && FreezableFileSystems.SnapshotsItself(mount.FileSystemType))];
        return Translated<IReadOnlyList<string>>(() =>
        [
            .. FreezePlan.For(mounts.Except(left), table, new BlockDevices()).Mounts.Select(mount => $"{mount.MountPoint} ({mount.FileSystemType})"),
            .. left.Select(path => $"{path} is left to the snapshot, which must be one of its own kind"),
        ]);
    }

    public IPreparedFreeze Prepare(IReadOnlyList<string> mounts, TimeSpan limit, TimeSpan restLimit, CancellationToken cancellation) => Translated(() =>
    {
        MountTable table = MountTable.Read();
        var devices = new BlockDevices();
        FreezePlan plan = FreezePlan.For(mounts, table, devices);
        IReadOnlyList<string> hazards = new FreezeHazards(table).For(plan);
        FreezeSession session = FreezeSession.PrepareAsync(plan, Options(limit), cancellation).GetAwaiter().GetResult();
        try
        {
            // Nothing stands still yet: it may take the time it takes.
            session.SyncAsync(Timeout.InfiniteTimeSpan, cancellation).GetAwaiter().GetResult();
            session.ArmAhead(restLimit);
            return new Prepared(
                session,
                limit,
                session.RecordProblem is { } problem ? [.. hazards, problem] : hazards,
                [.. mounts.Select(table.At).OfType<MountEntry>()],
                plan.Mounts.ToDictionary(mount => mount.Device, mount => devices.StackOf(mount.Device)));
        }
        catch
        {
            // Else guard, sentinel and the freeze lock would stay for as long as this process does.
            session.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    });

    /// <summary>Whatever freezing can fail with is an outcome with a number, and never an error of ours.</summary>
    private static T Translated<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (FreezeException refused)
        {
            throw new OutcomeException(OutcomeOf(refused.Fault), refused.Message);
        }
        catch (IOException failed)
        {
            throw new OutcomeException(OutcomeCatalogue.FreezeFailed, $"the freeze cannot be prepared: {failed.Message}.");
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
        FreezeSession session,
        TimeSpan limit,
        IReadOnlyList<string> hazards,
        IReadOnlyList<MountEntry> named,
        IReadOnlyDictionary<DeviceNumber, IReadOnlyList<string>> stacks) : IPreparedFreeze
    {
        private readonly CancellationTokenSource _lost = new();
        private bool _asked;

        public IReadOnlyList<string> Hazards => hazards;

        public IReadOnlyList<DeviceNumber> Devices { get; } = [.. named.Select(mount => mount.Device).Distinct()];

        public CancellationToken Lost => _lost.Token;

        /// <summary>
        /// Done before the application stops, it takes most of the write-back out of the time in which it stands still. Done again before the freeze, it leaves little for the time in which
        /// nobody can write; a held application stands still some 5 ms longer for it, and never longer than a freeze would have been allowed to last.
        /// </summary>
        public void WriteBack(CancellationToken cancellation) => Translated(() =>
        {
            session.SyncAsync(limit, cancellation).GetAwaiter().GetResult();
            return true;
        });

        public void Freeze(CancellationToken cancellation)
        {
            _asked = true;
            FreezeReport report = Translated(() => session.Freeze(cancellation));
            if (!report.IsFrozen)
            {
                // What may stay frozen behind the run has to be said, whoever asked the run to end.
                if (!report.FileSystems.Any(system => system.State is EntryState.Freezing or EntryState.ThawRefused))
                    cancellation.ThrowIfCancellationRequested();
                throw new OutcomeException(OutcomeOf(report.Fault), report.Problem ?? "the freeze ended before it was complete");
            }

            session.Lost.ContinueWith(_ => _lost.Cancel(), TaskScheduler.Default);
        }

        /// <summary>Of a freeze that was not completed, what of it was frozen until the rest failed.</summary>
        public IReadOnlyList<FrozenMount> Thaw()
        {
            if (!_asked)
                return [];

            FreezeReport report = session.ThawAsync().GetAwaiter().GetResult();
            return
            [
                .. from system in report.FileSystems
                   where system.FreezeStarted is not null && system.FreezeError == 0
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
