using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using Quiesce.Runtime.Interop;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>A local socket on which lines come and go. Waits for the other side, a cancellation and a limit at once.</summary>
internal sealed unsafe class MonitorSocket : IDisposable
{
    /// <summary>QEMU's longest answers are lists of drives; what is longer than this is not QEMU.</summary>
    private const int MostBytesOfLine = 4 * 1024 * 1024;

    private readonly List<byte> _received = [];
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Descriptor _socket;

    private MonitorSocket(string path, Descriptor socket) => (Path, _socket) = (path, socket);

    public string Path { get; }

    /// <param name="path">The socket.</param>
    /// <param name="remedy">What helps where nobody answers, a sentence.</param>
    /// <exception cref="SnapshotException">Nobody listens there.</exception>
    public static MonitorSocket Connect(string path, string remedy)
    {
        if (Encoding.UTF8.GetByteCount(path) > LocalSocketAddress.LongestPath)
            throw new SnapshotException($"'{path}' is longer than the {LocalSocketAddress.LongestPath} bytes that a socket's path can have");
        Descriptor socket = Descriptor.Own(LibC.socket(LibC.AF_UNIX, LibC.SOCK_STREAM | LibC.SOCK_CLOEXEC, 0), "socket");
        var address = new LocalSocketAddress { Family = LibC.AF_UNIX };
        Encoding.UTF8.GetBytes(path, new Span<byte>(address.Path, LocalSocketAddress.LongestPath));
        if (LibC.connect(socket.Number, &address, (uint)sizeof(LocalSocketAddress)) == 0)
            return new MonitorSocket(path, socket);

        int error = LibC.LastError;
        socket.Dispose();
        throw new SnapshotException($"nobody answers at '{path}': {LibC.Describe(error)}. {remedy}");
    }

    public void Send(ReadOnlySpan<byte> line)
    {
        fixed (byte* bytes = line)
        {
            for (int sent = 0; sent < line.Length;)
            {
                nint result = LibC.send(_socket.Number, bytes + sent, line.Length - sent, LibC.MSG_NOSIGNAL);
                if (result < 0)
                    throw new SnapshotException($"{Path}: {LibC.Describe(LibC.LastError)}");
                sent += (int)result;
            }
        }
    }

    /// <returns>The next line; <see langword="null"/> when none came within the limit.</returns>
    public byte[]? Receive(TimeSpan limit, CancellationToken cancellation)
    {
        using var cancelled = new CancellationSignal(cancellation);
        double deadline = MonotonicClock.NowInMilliseconds + limit.TotalMilliseconds;
        PollRequest* events = stackalloc PollRequest[2];
        while (true)
        {
            if (TakeLine() is { } line)
                return line;

            events[0] = new PollRequest { Descriptor = _socket.Number, Events = LibC.POLLIN };
            events[1] = new PollRequest { Descriptor = cancelled.ReadDescriptor, Events = LibC.POLLIN };
            double left = Math.Ceiling(deadline - MonotonicClock.NowInMilliseconds);
            if (LibC.poll(events, 2, (int)Math.Clamp(left, 0, int.MaxValue)) <= 0 && left <= 0)
                return null;
            cancellation.ThrowIfCancellationRequested();
            if (events[0].Returned != 0)
                ReadOnce();
        }
    }

    public void Dispose() => _socket.Dispose();

    private void ReadOnce()
    {
        nint length;
        fixed (byte* buffer = _buffer)
            length = LibC.read(_socket.Number, buffer, _buffer.Length);
        if (length <= 0)
            throw new SnapshotException($"{Path}: the other side has closed the connection");
        _received.AddRange(_buffer.AsSpan(0, (int)length));
        if (_received.Count > MostBytesOfLine)
            throw new SnapshotException($"{Path}: what answers there does not speak QMP");
    }

    private byte[]? TakeLine()
    {
        int end = _received.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        byte[] line = [.. _received[..end]];
        _received.RemoveRange(0, end + 1);
        return line;
    }
}
