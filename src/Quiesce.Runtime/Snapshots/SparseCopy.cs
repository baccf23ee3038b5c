using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Snapshots;

/// <summary>Copies what is not zero: holes of the source are skipped unread, and blocks of zeros are not written, so that the copy has a hole there.</summary>
internal sealed unsafe class SparseCopy(CopySource source, CopyTarget target, IProgress<SnapshotProgress>? progress)
{
    /// <summary>Large enough to keep a disk at work, small enough to notice a cancellation at once.</summary>
    private const int ChunkSize = 1024 * 1024;

    /// <summary>What an unbuffered read of any device accepts, in memory and on the disk.</summary>
    private const int Alignment = 4096;

    private const long BytesBetweenReports = 64L * ChunkSize;

    private long _written;
    private long _reported;

    /// <returns>What was done, in words.</returns>
    public string Run(CancellationToken cancellation)
    {
        byte* buffer = (byte*)NativeMemory.AlignedAlloc(ChunkSize, Alignment);
        try
        {
            for (long data = source.NextData(0); data < source.Length; data = source.NextData(data))
            {
                for (long end = source.NextHole(data); data < end;)
                {
                    cancellation.ThrowIfCancellationRequested();
                    data += CopyChunk(buffer, data, (int)Math.Min(ChunkSize, end - data));
                    Report(data);
                }
            }
        }
        finally
        {
            NativeMemory.AlignedFree(buffer);
        }

        target.SetLength(source.Length);
        progress?.Report(new SnapshotProgress(source.Path, source.Length, source.Length));
        return string.Create(CultureInfo.InvariantCulture, $"copied; {_written} of {source.Length} bytes were not zero");
    }

    private int CopyChunk(byte* buffer, long offset, int length)
    {
        // An unbuffered read has to ask for whole blocks, also where less is left.
        int read = Transferred(LibC.pread(source.Descriptor.Number, buffer, source.IsDevice ? ChunkSize : length, offset), source.Path);
        if (read == 0)
            throw new SnapshotException($"{source.Path} became shorter while it was copied");

        if (new ReadOnlySpan<byte>(buffer, read).ContainsAnyExcept((byte)0))
        {
            for (int written = 0; written < read;)
                written += Transferred(LibC.pwrite(target.Descriptor.Number, buffer + written, read - written, offset + written), target.Path);
            _written += read;
        }

        return read;
    }

    private void Report(long done)
    {
        if (done - _reported < BytesBetweenReports)
            return;
        _reported = done;
        progress?.Report(new SnapshotProgress(source.Path, done, source.Length));
    }

    private static int Transferred(nint result, string path) => result >= 0 ? (int)result : throw new SnapshotException($"{path}: {LibC.Describe(LibC.LastError)}");
}
