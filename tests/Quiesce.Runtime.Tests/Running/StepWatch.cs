using System;
using System.IO;
using System.Linq;
using System.Threading;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>Cancels as soon as a program notes its step in a log.</summary>
internal sealed class StepWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    public StepWatch(string log, string step, CancellationTokenSource source)
    {
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(log)!, Path.GetFileName(log));
        _watcher.Changed += (_, _) =>
        {
            if (File.ReadLines(log).Contains(step))
                source.Cancel();
        };
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();
}
