using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing;

/// <summary>
/// One freeze, from the opened mounts to the thaw. Everything slow – processes, descriptors, memory – is done by <see cref="PrepareAsync"/>, before an
/// application is stopped; <see cref="Freeze"/> and <see cref="ThawAsync"/> are a byte to the guard. A session freezes once, and never leaves anything frozen.
/// </summary>
internal sealed class FreezeSession : IAsyncDisposable
{
    /// <summary>Only a program that is not ours, or a machine that is not well, takes longer to start.</summary>
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(10);

    private readonly FreezePlan _plan;
    private readonly FreezeOptions _options;
    private readonly FreezeParts _parts;
    private readonly Task _holdersGone;
    private FreezeReport? _final;

    private FreezeSession(FreezePlan plan, FreezeOptions options, FreezeParts parts)
    {
        _plan = plan;
        _options = options;
        _parts = parts;
        RecordPath = parts.Ledger.RecordPath;
        _holdersGone = parts.StartHolding();
    }

    /// <summary>Completes when the freeze has ended though nobody asked: whatever is done meanwhile is worthless.</summary>
    public Task<EndCause> Lost => _parts.Holder.Lost;

    /// <summary>The tmpfs record from which <c>quiesce thaw</c> could thaw, if there is one.</summary>
    public string? RecordPath { get; }

    /// <inheritdoc cref="FreezeRecord.Problem"/>
    public string? RecordProblem => _parts.RecordProblem;

    public int GuardProcessId => _parts.Children[0];

    public int SentinelProcessId => _parts.Children[1];

    /// <exception cref="FreezeException">A mount cannot be opened, the freeze lock is taken, or the guard does not start.</exception>
    public static async Task<FreezeSession> PrepareAsync(FreezePlan plan, FreezeOptions options, CancellationToken cancellationToken)
    {
        Rehearsal.Run();
        var session = new FreezeSession(plan, options, FreezeParts.Assemble(plan, options));
        try
        {
            await session._parts.Holder.Ready.WaitAsync(s_startLimit, cancellationToken).ConfigureAwait(false);
            if (session._parts.Ledger.HasEnded)
                throw new FreezeException(FreezeFault.Failed, $"'{string.Join(' ', options.GuardExecutable)}' ended instead of guarding the freeze.");
            return session;
        }
        catch (Exception exception)
        {
            session._parts.KillChildren();
            await session.DisposeAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
                throw new FreezeException(FreezeFault.Failed, $"'{string.Join(' ', options.GuardExecutable)}' did not become a guard within {s_startLimit.TotalSeconds:0} s.");
            throw;
        }
    }

    /// <summary>Writes back what is dirty, innermost first, so that less of it is left for the freeze. Worth doing before the application is stopped, and once more directly before <see cref="Freeze"/>.</summary>
    /// <remarks>What is abandoned, at the limit or by the caller, goes on in the kernel; nobody waits for it.</remarks>
    /// <exception cref="FreezeException">One of them cannot be written back, or not within the limit.</exception>
    public async Task SyncAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        int current = 0;
        try
        {
            await Task.Run(() => Sync(ref current, abandoned.Token), abandoned.Token).WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new FreezeException(FreezeFault.Timeout, string.Create(
                CultureInfo.InvariantCulture, $"'{_plan.Mounts[Volatile.Read(ref current)].MountPoint}' was not written back within the {limit.TotalSeconds:0.###} s that a freeze may last: its disk is slow, or stands still."));
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Sync(ref int current, CancellationToken abandoned)
    {
        for (int index = 0; index < _parts.Mounts.Count; index++)
        {
            abandoned.ThrowIfCancellationRequested();
            Volatile.Write(ref current, index);
            if (LibC.syncfs(_parts.Mounts[index].Number) != 0)
                throw new FreezeException(FreezeFault.Failed, $"'{_plan.Mounts[index].MountPoint}' cannot be written back: {LibC.Describe(LibC.LastError)}.");
        }
    }

    /// <summary>
    /// Arms the deadline for a freeze that is asked for within so long a time, while the application comes to rest. From here on the three end by themselves, whatever becomes of the run:
    /// one that was stopped, or hung, before it asked finds the freeze refused when it comes back late.
    /// </summary>
    public void ArmAhead(TimeSpan untilAsked) => _parts.ArmDeadline(untilAsked + _options.Deadline);

    /// <summary>Freezes all, or – when one cannot be frozen, the deadline comes or the caller cancels – leaves nothing frozen and says why. It keeps its thread, because each change of threads is one more wait for a processor.</summary>
    public FreezeReport Freeze(CancellationToken cancellationToken = default)
    {
        using CancellationTokenRegistration cancelled = cancellationToken.UnsafeRegister(_ => _parts.Holder.AskToThaw(), null);
        // One timer that all three wait on: set here it is set for guard and sentinel too, even if we die at the next instruction.
        _parts.ArmDeadline(_options.Deadline);
        using (Precedence.TakeForNow())
        {
            _parts.Holder.AskToFreeze();
            _parts.Holder.FreezeOver.Wait();
        }

        if (_parts.Ledger.HasEnded)
            _parts.Holder.Settled.Wait();
        return Report();
    }

    /// <summary>Ends the freeze and says whether it held until now. Also right when it has already ended.</summary>
    public async Task<FreezeReport> ThawAsync()
    {
        if (_final is not null)
            return _final;
        _parts.Holder.AskToThaw();
        await _parts.Holder.Settled.ConfigureAwait(false);
        return Report();
    }

    public async ValueTask DisposeAsync()
    {
        if (_final is not null)
            return;
        _final = await ThawAsync().ConfigureAwait(false);
        _parts.Holder.Release();
        _parts.ContinueChildren();
        await _parts.Holder.MayLeave.ConfigureAwait(false);
        await Task.WhenAny(_holdersGone, Task.Delay(FreezeHolder.Grace)).ConfigureAwait(false);
        // A guard inside a FIFREEZE that does not return stays until it does, and so do the descriptors; the program need not.
        if (_holdersGone.IsCompleted)
            _parts.Close();
        else
            _ = _holdersGone.ContinueWith(_ => _parts.Close(), TaskScheduler.Default);
    }

    private FreezeReport Report() =>
        new(_plan.Mounts.Select((mount, index) => FrozenFileSystem.From(mount, _parts.Ledger[index])).ToArray(), _parts.Ledger.Cause);
}
