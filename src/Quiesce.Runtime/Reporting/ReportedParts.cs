using System.Collections.Generic;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Reporting;

/// <summary>An entry of the catalogue of outcomes, with what it was about this time.</summary>
internal sealed record ReportedOutcome(string Name, int Number, string Message, string Help);

/// <summary>
/// What makes the copy of one engine good – or of the run as a whole, where no engine is named: the interval that covers the snapshot, and whether it does. <c>Kind</c> is <c>held</c>,
/// <c>atomic</c> or <c>stopped</c>; <c>Reason</c> says what was compared, or what is missing.
/// </summary>
internal sealed record ReportedProof(string Engine, string Kind, bool Holds, double? FromMs, double? ToMs, string Reason);

/// <summary>One phase of a run.</summary>
internal sealed record ReportedPhase(string Name, double StartMs, double EndMs);

/// <summary>A stretch of time.</summary>
internal sealed record ReportedInterval(double FromMs, double ToMs);

/// <summary>
/// What happened to one mount, and to the file system with this <c>major:minor</c> that it shows; <c>Held</c> when the thaw itself found it still frozen. From <c>FrozenAtMs</c> to
/// <c>ThawedAtMs</c> nobody can have written: these are FIFREEZE's return and FITHAW's call.
/// </summary>
internal sealed record ReportedMount(string MountPoint, string Device, IReadOnlyList<string> Stack, double? FrozenAtMs, double? ThawedAtMs, bool Held, string? Note)
{
    /// <summary>When FIFREEZE was called: whoever writes may wait from here on.</summary>
    public double? FreezeCalledAtMs { get; init; }

    /// <summary>When FITHAW had returned: nobody waits any more.</summary>
    public double? ThawReturnedAtMs { get; init; }

    public static ReportedMount Of(FrozenMount mount) => new(mount.MountPoint, mount.Device.ToString(), mount.Stack, mount.FrozenAtMs, mount.ThawedAtMs, mount.Held, mount.Note)
    {
        FreezeCalledAtMs = mount.FreezeCalledAtMs,
        ThawReturnedAtMs = mount.ThawReturnedAtMs,
    };
}
