using System;
using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>The pipe into which a program prints, and what came out of it so far.</summary>
internal sealed class OutputPipe : IDisposable
{
    // What a pipe holds: one read empties it.
    private const int ReadSize = 64 * 1024;

    // A background process may print faster than we read; after its parent's exit we take what was there, not all it will ever print.
    private const int MostReadsOfRest = 16;

    private readonly BoundedOutput _output = new();
    private readonly byte[] _buffer = new byte[ReadSize];
    private readonly Descriptor _readEnd;

    public unsafe OutputPipe()
    {
        int* ends = stackalloc int[2];
        if (LibC.pipe2(ends, LibC.O_CLOEXEC) != 0)
            throw new IOException("pipe2: " + LibC.Describe(LibC.LastError));
        _readEnd = Descriptor.Own(ends[0], "pipe2");
        WriteEnd = Descriptor.Own(ends[1], "pipe2");
    }

    /// <summary>For the child; closed here once it has been started.</summary>
    public Descriptor WriteEnd { get; }

    /// <summary>What to wait for; -1, which the kernel skips, once nobody can print any more.</summary>
    public int ReadDescriptor => IsAtEnd ? -1 : _readEnd.Number;

    public string Text => _output.ToString();

    private bool IsAtEnd { get; set; }

    /// <summary>Reads once; only to be called when the descriptor is known to be readable.</summary>
    public unsafe void ReadOnce()
    {
        fixed (byte* buffer = _buffer)
        {
            nint length = LibC.read(_readEnd.Number, buffer, ReadSize);
            if (length > 0)
                _output.Append(_buffer.AsSpan(0, (int)length));
            else if (length == 0)
                IsAtEnd = true;
        }
    }

    /// <summary>
    /// Reads what was printed until now. Does not wait for the end of file, which a background process that was left behind on purpose may withhold for hours.
    /// </summary>
    public unsafe void ReadRest()
    {
        for (int reads = 0; reads < MostReadsOfRest && !IsAtEnd; reads++)
        {
            var request = new PollRequest { Descriptor = _readEnd.Number, Events = LibC.POLLIN };
            if (LibC.poll(&request, 1, timeoutInMilliseconds: 0) <= 0)
                return;
            ReadOnce();
        }
    }

    public void Dispose()
    {
        WriteEnd.Dispose();
        _readEnd.Dispose();
    }
}
