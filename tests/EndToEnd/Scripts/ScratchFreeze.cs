using System;
using System.Diagnostics;
using System.Globalization;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A file system of the test's own, frozen until this is disposed, and in any case for no longer than a process that does not depend on the test allows.</summary>
internal sealed class ScratchFreeze : IDisposable
{
    private readonly string _mountPoint;
    private readonly Process _thaw;

    public ScratchFreeze(string mountPoint)
    {
        Assert.NotEqual(DeviceOf("/"), DeviceOf(mountPoint));
        _mountPoint = mountPoint;
        _thaw = Process.Start("setsid", ["sh", "-c", "sleep 60; fsfreeze --unfreeze \"$0\"", mountPoint]);
        Programs.Run("fsfreeze", "--freeze", mountPoint);
    }

    public void Dispose()
    {
        Programs.Run("fsfreeze", "--unfreeze", _mountPoint);
        Programs.Run("kill", "--", "-" + _thaw.Id.ToString(CultureInfo.InvariantCulture));
        _thaw.WaitForExit();
        _thaw.Dispose();
    }

    private static string DeviceOf(string path) => Programs.Run("stat", "--format=%d", path);
}
