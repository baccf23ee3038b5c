using System;
using System.Linq;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>A mount point as people write it – with the slash that a shell's completion adds – in the one spelling that the kernel has.</summary>
internal static class MountPath
{
    /// <summary>Of the text alone: no link is followed and no <c>..</c> taken away, which could lead elsewhere. What is no absolute path stays as it is, and is refused by whoever opens it.</summary>
    public static string Spelt(string path) => path.StartsWith('/')
        ? "/" + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "."))
        : path;
}
