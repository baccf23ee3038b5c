using System;
using System.Globalization;
using System.IO;

namespace Quiesce.Runtime.Freezing;

/// <summary>Which boot of the machine this is: a record of an earlier one describes mounts that are long gone.</summary>
internal static class BootId
{
    public static Guid Current => Guid.Parse(File.ReadAllText("/proc/sys/kernel/random/boot_id").TrimEnd(), CultureInfo.InvariantCulture);
}
