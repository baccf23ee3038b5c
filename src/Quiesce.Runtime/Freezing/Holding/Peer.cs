using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>Another holder, seen from one: a link that closes when its last thread has ended, and its main thread's process descriptor where there is one.</summary>
internal sealed unsafe class Peer(FreezeRole role, int link, int process, PollSet polls)
{
    private readonly int linkSlot = polls.Watch(link);
    private readonly int processSlot = polls.Watch(process);

    public FreezeRole Role { get; } = role;

    public int Process { get; } = process;

    public bool HasNews => polls.IsReady(linkSlot);

    /// <summary>True once, when the main thread has ended.</summary>
    public bool IsNewlyDying()
    {
        if (!polls.IsReady(processSlot))
            return false;
        polls.Forget(processSlot);
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
        polls.Forget(linkSlot);
        return null;
    }

    /// <summary>A peer that is gone cannot be told anything; its end is seen on the link.</summary>
    public void Send(Message message) => LibC.send(link, &message, 1, LibC.MSG_NOSIGNAL);
}
