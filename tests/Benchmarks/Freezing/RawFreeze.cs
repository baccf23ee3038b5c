using System;
using System.Diagnostics;
using Quiesce.Runtime.Interop;

namespace Quiesce.Benchmarks.Freezing;

/// <summary>The two calls to the kernel, and nothing else.</summary>
internal static class RawFreeze
{
    public static double PairInMilliseconds(string mount)
    {
        using var folder = Descriptor.Own(LibC.open(mount, LibC.O_RDONLY | LibC.O_CLOEXEC | LibC.O_DIRECTORY, 0), mount);
        var clock = Stopwatch.StartNew();
        var frozen = LibC.ioctl(folder.Number, LibC.FIFREEZE, 0);
        var thawed = LibC.ioctl(folder.Number, LibC.FITHAW, 0);
        var elapsed = clock.Elapsed;
        return frozen == 0 && thawed == 0 ? elapsed.TotalMilliseconds : throw new InvalidOperationException($"{mount} could not be frozen and thawed");
    }
}
