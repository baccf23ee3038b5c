using System;
using System.Collections.Generic;
using System.Threading;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Running;

/// <summary>Prepares freezes. The one seam of a run at which tests put in faults that a kernel cannot be made to have.</summary>
internal interface IFileSystemFreezer
{
    /// <summary>The mounts that Azure would freeze, each file system once.</summary>
    /// <param name="skipped">Mount points whose file systems are left out.</param>
    /// <exception cref="OutcomeException">One of them cannot be reached by any mount.</exception>
    IReadOnlyList<string> AllMounts(IReadOnlyCollection<string> skipped);

    /// <summary>Says in which order these would be frozen, with the kind of each; opens nothing.</summary>
    /// <exception cref="OutcomeException">One of them is no mount point, or cannot be frozen.</exception>
    IReadOnlyList<string> Preview(IReadOnlyList<string> mounts);

    /// <summary>Opens the mounts, starts the guard and arms its deadline, so that nothing slow is left for the time in which the application stands still.</summary>
    /// <param name="mounts">What to freeze.</param>
    /// <param name="limit">How long the freeze may last.</param>
    /// <param name="restLimit">How long the application may take to come to rest before the freeze is asked for.</param>
    /// <param name="cancellation">Ends it, with nothing prepared.</param>
    /// <exception cref="OutcomeException">A mount cannot be opened, or cannot be frozen.</exception>
    IPreparedFreeze Prepare(IReadOnlyList<string> mounts, TimeSpan limit, TimeSpan restLimit, CancellationToken cancellation);
}

/// <summary>Mounts ready to be frozen. Disposing dismisses the guard, and thaws whatever is still frozen.</summary>
internal interface IPreparedFreeze : IDisposable
{
    /// <summary>What is known to make such a freeze hang, a sentence each.</summary>
    IReadOnlyList<string> Hazards { get; }

    /// <summary>What will be frozen: each file system once, however many of the named mounts show it.</summary>
    IReadOnlyList<DeviceNumber> Devices { get; }

    /// <summary>Cancelled when the freeze has ended though nobody asked: the snapshot is worthless from then on.</summary>
    CancellationToken Lost { get; }

    /// <summary>Writes back what is dirty, so that little of it is left for the freeze; for no longer than the freeze may last.</summary>
    /// <exception cref="OutcomeException">It could not be written back, or not in that time.</exception>
    void WriteBack(CancellationToken cancellation);

    /// <exception cref="OutcomeException">Not everything could be frozen; what was, is thawed again.</exception>
    /// <exception cref="OperationCanceledException">The run was asked to end before everything was frozen; what was, is thawed again.</exception>
    void Freeze(CancellationToken cancellation);

    /// <summary>Thaws what was frozen, and says of every mount – also of a freeze that failed half-way – whether it had been frozen until then. Does nothing, and returns nothing, when nothing was frozen.</summary>
    IReadOnlyList<FrozenMount> Thaw();
}

/// <summary>What happened to one mount.</summary>
/// <param name="MountPoint">The mount as it was named.</param>
/// <param name="Device">The file system that the mount shows: what is frozen is that, and with it every other mount of it.</param>
/// <param name="FrozenAtMs">When FIFREEZE had returned, on the run's clock.</param>
/// <param name="ThawedAtMs">When FITHAW was called; absent where nobody thawed it, because it is gone.</param>
/// <param name="Held">Whether it was still frozen then: FITHAW itself says so.</param>
/// <param name="Note">What went wrong, if anything.</param>
internal sealed record FrozenMount(string MountPoint, DeviceNumber Device, double? FrozenAtMs, double? ThawedAtMs, bool Held, string? Note)
{
    public MountPlace Place => new(MountPoint, Device);

    /// <summary>When FIFREEZE was called: whoever writes may wait from here on.</summary>
    public double? FreezeCalledAtMs { get; init; }

    /// <summary>When FITHAW had returned: nobody waits any more.</summary>
    public double? ThawReturnedAtMs { get; init; }

    /// <summary>The block devices it stands on, from the top down to the disks.</summary>
    public IReadOnlyList<string> Stack { get; init; } = [];
}
