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
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    private readonly FreezePlan plan;
    private readonly FreezeOptions options;
    private readonly FreezeParts parts;
    private readonly Task holdersGone;
    private FreezeReport? final;

    private FreezeSession(FreezePlan plan, FreezeOptions options, FreezeParts parts)
    {
        this.plan = plan;
        this.options = options;
        this.parts = parts;
        RecordPath = parts.Ledger.RecordPath;
        holdersGone = parts.StartHolding();
    }

    /// <summary>Completes when the freeze has ended though nobody asked: whatever is done meanwhile is worthless.</summary>
    public Task<EndCause> Lost => parts.Holder.Lost;

    /// <summary>The tmpfs record from which <c>quiesce thaw</c> could thaw, if there is one.</summary>
    public string? RecordPath { get; }

    /// <inheritdoc cref="FreezeRecord.Problem"/>
    public string? RecordProblem => parts.RecordProblem;

    public int GuardProcessId => parts.Children[0];

    public int SentinelProcessId => parts.Children[1];

    /// <exception cref="FreezeException">A mount cannot be opened, the freeze lock is taken, or the guard does not start.</exception>
    public static async Task<FreezeSession> PrepareAsync(FreezePlan plan, FreezeOptions options, CancellationToken cancellationToken)
    {
        Rehearsal.Run();
        var session = new FreezeSession(plan, options, FreezeParts.Assemble(plan, options));
        try
        {
            await session.parts.Holder.Ready.WaitAsync(StartLimit, cancellationToken).ConfigureAwait(false);
            if (session.parts.Ledger.HasEnded)
                throw new FreezeException(FreezeFault.Failed, $"'{string.Join(' ', options.GuardExecutable)}' ended instead of guarding the freeze.");
            return session;
        }
        catch (Exception exception)
        {
            session.parts.KillChildren();
            await session.DisposeAsync().ConfigureAwait(false);
            if (exception is TimeoutException)
                throw new FreezeException(FreezeFault.Failed, $"'{string.Join(' ', options.GuardExecutable)}' did not become a guard within {StartLimit.TotalSeconds:0} s.");
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
                CultureInfo.InvariantCulture, $"'{plan.Mounts[Volatile.Read(ref current)].MountPoint}' was not written back within the {limit.TotalSeconds:0.###} s that a freeze may last: its disk is slow, or stands still."));
        }
        finally
        {
            await abandoned.CancelAsync().ConfigureAwait(false);
        }
    }

    private void Sync(ref int current, CancellationToken abandoned)
    {
        for (int index = 0; index < parts.Mounts.Count; index++)
        {
            abandoned.ThrowIfCancellationRequested();
            Volatile.Write(ref current, index);
            if (LibC.syncfs(parts.Mounts[index].Number) != 0)
                throw new FreezeException(FreezeFault.Failed, $"'{plan.Mounts[index].MountPoint}' cannot be written back: {LibC.Describe(LibC.LastError)}.");
        }
    }

    /// <summary>
    /// Arms the deadline for a freeze that is asked for within so long a time, while the application comes to rest. From here on the three end by themselves, whatever becomes of the run:
    /// one that was stopped, or hung, before it asked finds the freeze refused when it comes back late.
    /// </summary>
    public void ArmAhead(TimeSpan untilAsked) => parts.ArmDeadline(untilAsked + options.Deadline);

    /// <summary>Freezes all, or – when one cannot be frozen, the deadline comes or the caller cancels – leaves nothing frozen and says why. It keeps its thread, because each change of threads is one more wait for a processor.</summary>
    public FreezeReport Freeze(CancellationToken cancellationToken = default)
    {
        using CancellationTokenRegistration cancelled = cancellationToken.UnsafeRegister(_ => parts.Holder.AskToThaw(), null);
        // One timer that all three wait on: set here it is set for guard and sentinel too, even if we die at the next instruction.
        parts.ArmDeadline(options.Deadline);
        using (Precedence.TakeForNow())
        {
            parts.Holder.AskToFreeze();
            parts.Holder.FreezeOver.Wait();
        }

        if (parts.Ledger.HasEnded)
            parts.Holder.Settled.Wait();
        return Report();
    }

    /// <summary>Ends the freeze and says whether it held until now. Also right when it has already ended.</summary>
    public async Task<FreezeReport> ThawAsync()
    {
        if (final is not null)
            return final;
        parts.Holder.AskToThaw();
        await parts.Holder.Settled.ConfigureAwait(false);
        return Report();
    }

    public async ValueTask DisposeAsync()
    {
        if (final is not null)
            return;
        final = await ThawAsync().ConfigureAwait(false);
        parts.Holder.Release();
        parts.ContinueChildren();
        await parts.Holder.MayLeave.ConfigureAwait(false);
        await Task.WhenAny(holdersGone, Task.Delay(FreezeHolder.Grace)).ConfigureAwait(false);
        // A guard inside a FIFREEZE that does not return stays until it does, and so do the descriptors; the program need not.
        if (holdersGone.IsCompleted)
            parts.Close();
        else
            _ = holdersGone.ContinueWith(_ => parts.Close(), TaskScheduler.Default);
    }

    private FreezeReport Report() =>
        new(plan.Mounts.Select((mount, index) => FrozenFileSystem.From(mount, parts.Ledger[index])).ToArray(), parts.Ledger.Cause);
}
