using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Running;

/// <summary>A mount point, and the file system that it shows.</summary>
internal sealed record MountPlace(string MountPoint, DeviceNumber Device);
