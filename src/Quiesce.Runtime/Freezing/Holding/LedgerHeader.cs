using System;
using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>The head of a ledger: what it is, on which boot it was made, and whether the freeze it describes has to end.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LedgerHeader
{
    public const ulong CurrentMagic = 0x3145435345495551; // "QUIESCE1" in memory

    public ulong Magic;
    public int Count;
    public int Cause;

    /// <summary>Set once the guard's main thread has thawed what it could after the end: a guard that has not is stuck or stopped.</summary>
    public int GuardAttended;
    public int RecordPathOffset;
    public int RecordPathLength;
    public int Length;
    public long EndedAt;
    public Guid Boot;
}
