using System;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// One of the three that hold a freeze: a single loop that waits for its peers, the common deadline and its own events, and thaws when the freeze has to end
/// and its turn has come. The turn is immediate for the lowest living rank and one <see cref="Grace"/> later for each rank below which somebody still lives: so
/// normally one process thaws, in order, and one that is stopped or stuck is overtaken. What a stuck guard has begun nobody else can finish: it is prodded.
/// </summary>
internal abstract class FreezeHolder
{
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(200);

    private readonly FreezeRole _role;
    private readonly int _deadlineSlot;
    private readonly Peer[] _peers;
    private readonly GuardProd? _prod;
    private HoldersAlive _alive = HoldersAlive.Everybody;

    protected FreezeHolder(FreezeRole role, FreezeLedger ledger, int deadline, PollSet polls, params Peer[] peers)
    {
        _role = role;
        _peers = peers;
        Ledger = ledger;
        Polls = polls;
        if (Array.Find(peers, peer => peer.Role == FreezeRole.Guard) is { } guard)
            _prod = new GuardProd(guard, ledger);
        _deadlineSlot = polls.Watch(deadline);
        // A rescuer that claimed a thaw is no peer of ours and may have been killed; to thaw twice does no harm.
        _alive.MarkDying(FreezeRole.Rescue);
    }

    protected FreezeLedger Ledger { get; }

    protected PollSet Polls { get; }

    protected abstract bool IsOver { get; }

    public void Hold()
    {
        Ledger.Introduce(_role);
        foreach (Peer peer in _peers)
            peer.Send(Message.Ready);

        bool hadMyTurn = false;
        while (!IsOver)
        {
            Polls.Wait(!Ledger.HasEnded ? PollSet.ForEver : !hadMyTurn ? MillisecondsToMyTurn() : MillisecondsToNextProd());
            foreach (Peer peer in _peers)
                Attend(peer);
            if (Polls.IsReady(_deadlineSlot))
            {
                Polls.Forget(_deadlineSlot);
                Ledger.TryEnd(EndCause.Deadline);
            }

            AttendOwnEvents();
            if (Ledger.HasEnded && MillisecondsToMyTurn() == 0)
            {
                hadMyTurn = true;
                if (GuardIsToBeProdded)
                    _prod!.IfDue();
                ThawPass.Run(Ledger, _role, _alive);
                AfterMyTurn();
            }
        }

        foreach (Peer peer in _peers)
            peer.StopWatching();
    }

    protected bool IsAlive(FreezeRole peer) => _alive.IsAlive(peer);

    protected abstract void Receive(FreezeRole from, Message message);

    protected virtual void AttendOwnEvents()
    {
    }

    protected virtual void AfterMyTurn()
    {
    }

    private bool GuardIsToBeProdded => _prod is not null && !Ledger.IsAtRest && !Ledger.GuardAttended && IsAlive(FreezeRole.Guard);

    private int MillisecondsToNextProd() => GuardIsToBeProdded ? _prod!.MillisecondsToNext : PollSet.ForEver;

    /// <summary>0 when the turn is here. A death among the lower ranks brings it nearer, and is an event.</summary>
    private int MillisecondsToMyTurn()
    {
        double remaining = Ledger.EndedAt / 1e6 + _alive.LivingBelow(_role) * Grace.TotalMilliseconds - MonotonicClock.NowInMilliseconds;
        return Math.Max(0, (int)Math.Ceiling(remaining));
    }

    private void Attend(Peer peer)
    {
        if (peer.IsNewlyDying())
            Lose(peer);
        if (!peer.HasNews)
            return;

        Message? message = peer.Receive();
        if (message is null)
        {
            _alive.MarkGone(peer.Role);
            Lose(peer);
        }
        else if (message == Message.Ready && !peer.TryWatchThread(Ledger))
            Lose(peer);
        else
            Receive(peer.Role, message.Value);
    }

    private void Lose(Peer peer)
    {
        _alive.MarkDying(peer.Role);
        Ledger.TryEnd(peer.Role switch
        {
            FreezeRole.Guard => EndCause.GuardLost,
            FreezeRole.Sentinel => EndCause.SentinelLost,
            _ => EndCause.RunLost,
        });
    }
}
