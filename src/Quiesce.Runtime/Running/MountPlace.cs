using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Running;

/// <summary>A mount point, and the file system that it shows.</summary>
internal readonly record struct MountPlace(string MountPoint, DeviceNumber Device);
