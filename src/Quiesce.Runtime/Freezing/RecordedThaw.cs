using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Freezing;

/// <summary>One file system that a record named; <see cref="Problem"/> is null when it was frozen and has been thawed.</summary>
internal sealed record RecordedThaw(string MountPoint, string? Problem, bool MayBeFrozen = false)
{
    /// <summary>Null where no record could be read.</summary>
    public DeviceNumber? Device { get; init; }
}
