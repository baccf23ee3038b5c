using System;
using System.IO;
using System.Text;
using System.Threading;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// What is frozen, in memory that guard, sentinel and run share, so that each of them knows it after the two others were killed. Where the record folder is in
/// memory too, the ledger is a file in it and thereby the record that outlives all three: nothing has to be written while the freeze is on.
/// </summary>
internal sealed unsafe class FreezeLedger : IDisposable
{
    private readonly byte* _memory;
    private readonly int _length;

    private FreezeLedger(byte* memory, int length)
    {
        _memory = memory;
        _length = length;
    }

    public int Count => Header.Count;

    public bool HasEnded => Cause != EndCause.None;

    public EndCause Cause => (EndCause)Volatile.Read(ref Header.Cause);

    /// <summary>In nanoseconds of <see cref="MonotonicClock"/>; of meaning once <see cref="HasEnded"/>.</summary>
    public long EndedAt => Volatile.Read(ref Header.EndedAt);

    public bool GuardAttended
    {
        get => Volatile.Read(ref Header.GuardAttended) != 0;
        set => Volatile.Write(ref Header.GuardAttended, value ? 1 : 0);
    }

    /// <inheritdoc cref="LedgerHeader.GracePeriods"/>
    public int GracePeriods
    {
        get => Header.GracePeriods;
        set => Header.GracePeriods = value;
    }

    /// <summary>The guard has asked for them, or was about to, and has not put back what it found.</summary>
    public bool AreGracePeriodsExpedited
    {
        get => Volatile.Read(ref Header.GracePeriodsExpedited) != 0;
        set => Volatile.Write(ref Header.GracePeriodsExpedited, value ? 1 : 0);
    }

    /// <summary>Nothing is frozen that could be thawed now; a FIFREEZE may still be blocked in the kernel.</summary>
    public bool IsSettled => !Any(EntryState.Frozen) && !Any(EntryState.Thawing);

    /// <summary>Nothing is frozen, nor can it become so once the ledger has ended.</summary>
    public bool IsAtRest => IsSettled && !Any(EntryState.Freezing);

    /// <summary>A thaw was refused: the record is all by which a rescuer could try again.</summary>
    public bool IsRecordNeeded => Any(EntryState.ThawRefused);

    public Guid Boot => Header.Boot;

    public string? RecordPath => Header.RecordPathLength > 0 ? Text(Header.RecordPathOffset, Header.RecordPathLength) : null;

    private ref LedgerHeader Header => ref *(LedgerHeader*)_memory;

    public ref LedgerEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Header.Count);
            return ref ((LedgerEntry*)(_memory + sizeof(LedgerHeader)))[index];
        }
    }

    /// <summary>Lays an empty ledger out in an empty file.</summary>
    public static FreezeLedger Create(Descriptor file, ReadOnlySpan<string> mountPoints, string? recordPath, Guid boot)
    {
        int textOffset = sizeof(LedgerHeader) + mountPoints.Length * sizeof(LedgerEntry);
        int textLength = Encoding.UTF8.GetByteCount(recordPath ?? "");
        foreach (string path in mountPoints)
            textLength += Encoding.UTF8.GetByteCount(path);
        int total = textOffset + textLength;
        Reserve(file.Number, total);

        FreezeLedger ledger = Map(file.Number, total);
        ledger.Header.Count = mountPoints.Length;
        ledger.Header.Length = total;
        ledger.Header.Boot = boot;
        for (int i = 0; i < mountPoints.Length; i++)
        {
            ledger[i].PathOffset = textOffset;
            textOffset += ledger[i].PathLength = ledger.Write(mountPoints[i], textOffset);
        }

        ledger.Header.RecordPathOffset = textOffset;
        ledger.Header.RecordPathLength = ledger.Write(recordPath ?? "", textOffset);
        // Last: a half-made file is not a ledger.
        Volatile.Write(ref ledger.Header.Magic, LedgerHeader.CurrentMagic);
        return ledger;
    }

    /// <summary>Opens a ledger made by another process; a file that is none is refused.</summary>
    public static FreezeLedger Open(int descriptor)
    {
        if (LibC.statx(descriptor, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS, out FileStatus status) != 0 || status.Size is 0 or > int.MaxValue)
            throw new InvalidDataException("not a ledger of a freeze");
        FreezeLedger ledger = Map(descriptor, (int)status.Size);
        if (ledger.IsWellFormed)
            return ledger;
        ledger.Dispose();
        throw new InvalidDataException("not a ledger of a freeze");
    }

    /// <summary>Whether whoever made the file was ended before a ledger was in it, and so before anything could be frozen.</summary>
    public static bool IsUnfinished(int descriptor)
    {
        ulong magic;
        return LibC.pread(descriptor, &magic, sizeof(ulong), 0) < sizeof(ulong) || magic == 0;
    }

    public int CountOf(EntryState state)
    {
        int count = 0;
        for (int i = 0; i < Count; i++)
            count += this[i].State == state ? 1 : 0;
        return count;
    }

    /// <summary>Where it was mounted; where a damaged record does not tell, the device, by which it is found all the same.</summary>
    public string NameOf(int index)
    {
        ref LedgerEntry entry = ref this[index];
        return IsText(entry.PathOffset, entry.PathLength) ? Text(entry.PathOffset, entry.PathLength) : $"device {entry.Device}";
    }

    /// <summary>Nothing more is frozen from now on. False when the freeze had already ended, for another reason.</summary>
    public bool TryEnd(EndCause cause)
    {
        Interlocked.CompareExchange(ref Header.EndedAt, MonotonicClock.NowInNanoseconds, 0);
        return Interlocked.CompareExchange(ref Header.Cause, (int)cause, (int)EndCause.None) == (int)EndCause.None;
    }

    /// <summary>The calling thread is the one that holds in this role from now on.</summary>
    public void Introduce(FreezeRole role)
    {
        Header.Processes[(int)role] = LibC.getpid();
        Header.Threads[(int)role] = LibC.gettid();
    }

    public (int Process, int Thread) HolderOf(FreezeRole role) => (Header.Processes[(int)role], Header.Threads[(int)role]);

    public void Dispose() => LibC.munmap((nint)_memory, _length);

    private bool IsWellFormed =>
        _length >= sizeof(LedgerHeader) && Header.Magic == LedgerHeader.CurrentMagic && Header.Length == _length
        && Header.Count >= 0 && (long)sizeof(LedgerHeader) + (long)Header.Count * sizeof(LedgerEntry) <= _length;

    /// <summary>Memory is reserved, and the file not only lengthened: the first write to a mapping that has none behind it is a SIGBUS.</summary>
    private static void Reserve(int descriptor, int length)
    {
        int result;
        do
            result = LibC.fallocate(descriptor, 0, 0, length);
        while (result != 0 && LibC.LastError == Errno.EINTR);

        // A ramfs reserves nothing, for it knows no limit.
        if (result != 0 && LibC.LastError == Errno.EOPNOTSUPP)
            result = LibC.ftruncate(descriptor, length);
        if (result != 0)
            throw new IOException("fallocate: " + LibC.Describe(LibC.LastError));
    }

    private static FreezeLedger Map(int descriptor, int length)
    {
        nint memory = LibC.mmap(0, length, LibC.PROT_READ | LibC.PROT_WRITE, LibC.MAP_SHARED, descriptor, 0);
        return memory != LibC.MAP_FAILED
            ? new FreezeLedger((byte*)memory, length)
            : throw new IOException("mmap: " + LibC.Describe(LibC.LastError));
    }

    private bool Any(EntryState state) => CountOf(state) > 0;

    private int Write(string text, int offset) => Encoding.UTF8.GetBytes(text, new Span<byte>(_memory + offset, _length - offset));

    private bool IsText(int offset, int count) => offset >= 0 && count >= 0 && (long)offset + count <= _length;

    private string Text(int offset, int count) => IsText(offset, count)
        ? Encoding.UTF8.GetString(_memory + offset, count)
        : throw new InvalidDataException("a path lies outside the ledger");
}
