using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// Another holder, seen from one: a link, which closes when the last of its threads has ended, and the thread its loop runs on. That thread never sleeps where
/// a kill does not reach it, so its end is seen at once, even while another thread of a killed process waits for a disk that is frozen.
/// </summary>
internal sealed unsafe class Peer(FreezeRole role, int link, PollSet polls)
{
    private readonly int _linkSlot = polls.Watch(link);
    private readonly int _threadSlot = polls.Watch(-1);
    private int _thread = -1;

    public FreezeRole Role { get; } = role;

    public bool HasNews => polls.IsReady(_linkSlot);

    /// <summary>
    /// Begins to watch the peer's thread, once it has introduced itself; false when that has ended already. It is never the first thread of a process that has
    /// others that may block: since Linux 6.16 the end of a first thread is not told before the end of them all. Before 6.9 only whole processes can be watched.
    /// </summary>
    public bool TryWatchThread(FreezeLedger ledger)
    {
        (int process, int number) = ledger.HolderOf(Role);
        _thread = LibC.pidfd_open(number, LibC.PIDFD_THREAD);
        if (_thread < 0 && LibC.LastError == Errno.EINVAL)
            _thread = LibC.pidfd_open(process, 0);
        polls.Replace(_threadSlot, _thread);
        return _thread >= 0 || LibC.LastError != Errno.ESRCH;
    }

    /// <summary>True once, when the peer's thread has ended.</summary>
    public bool IsNewlyDying()
    {
        if (!polls.IsReady(_threadSlot))
            return false;
        polls.Forget(_threadSlot);
        return true;
    }

    /// <summary>The next message; null when the peer is gone for good.</summary>
    public Message? Receive()
    {
        byte message;
        nint received;
        do
            received = LibC.read(link, &message, 1);
        while (received < 0 && LibC.LastError == Errno.EINTR);

        if (received == 1)
            return (Message)message;
        polls.Forget(_linkSlot);
        return null;
    }

    /// <summary>A peer that is gone cannot be told anything; its end is seen on the link.</summary>
    public void Send(Message message) => LibC.send(link, &message, 1, LibC.MSG_NOSIGNAL);

    /// <summary>Wakes a process that was stopped; any other does not notice.</summary>
    public void Continue() => LibC.pidfd_send_signal(_thread, SignalSet.SIGCONT);

    /// <summary>A signal that no thread survives.</summary>
    public void Kill() => LibC.pidfd_send_signal(_thread, SignalSet.SIGKILL);

    public void StopWatching()
    {
        if (_thread >= 0)
            LibC.close(_thread);
    }
}
