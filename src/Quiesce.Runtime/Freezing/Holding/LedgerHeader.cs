using System;
using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The head of a ledger: what it is, on which boot it was made, and whether the freeze it describes has to end.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LedgerHeader
{
    public const ulong CurrentMagic = 0x3345435345495551; // "QUIESCE3" in memory

    public const int HolderCount = 3;

    public ulong Magic;
    public int Count;
    public int Cause;

    /// <summary>Set once the guard's main thread has thawed what it could after the end: a guard that has not is stuck or stopped.</summary>
    public int GuardAttended;

    /// <summary>The inherited descriptor of <see cref="Holding.GracePeriods.File"/>; 0, which no descriptor of ours has, where there is none.</summary>
    public int GracePeriods;
    public int GracePeriodsExpedited;
    public int RecordPathOffset;
    public int RecordPathLength;
    public int Length;
    public long EndedAt;

    /// <summary>By role: the holder's process, and the thread its loop runs on.</summary>
    public fixed int Processes[HolderCount];
    public fixed int Threads[HolderCount];
    public Guid Boot;
}
