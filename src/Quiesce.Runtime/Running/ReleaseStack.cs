using System;
using System.Collections.Generic;

namespace Quiesce.Runtime.Running;

/// <summary>Whatever a run acquires pushes its release here. They run in reverse, each one, whatever the others do.</summary>
internal sealed class ReleaseStack(Action<Exception> onFailure) : IDisposable
{
    private readonly Stack<Action> _releases = new();

    public void Push(Action release) => _releases.Push(release);

    public void Dispose()
    {
        while (_releases.TryPop(out Action? release))
        {
            try
            {
                release();
            }
#pragma warning disable CA1031 // A release that fails must not keep the next one from running.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                onFailure(failure);
            }
        }
    }
}
