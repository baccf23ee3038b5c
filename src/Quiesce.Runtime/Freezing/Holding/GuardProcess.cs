using System;
using System.Globalization;
using System.IO;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// The entry point of guard and sentinel: <c>quiesce guard|sentinel LEDGER DEADLINE RUN-LINK OTHER-LINK</c>, all numbers of inherited
/// descriptors. Hidden, since only a <see cref="FreezeSession"/> can call it; fast, since it stands before every backup.
/// </summary>
internal static unsafe class GuardProcess
{
    public const string GuardVerb = "guard";
    public const string SentinelVerb = "sentinel";

    private const int UsageError = 64;
    private const int ArgumentCount = 5;

    public static bool IsVerb(string[] arguments) => arguments.Length > 0 && arguments[0] is GuardVerb or SentinelVerb;

    public static int Main(string[] arguments)
    {
        if (arguments.Length != ArgumentCount || !TryParse(arguments, out int[] descriptors))
        {
            Console.Error.WriteLine($"quiesce {arguments[0]}: is started by quiesce itself, with the descriptors of a freeze.");
            return UsageError;
        }

        using FreezeLedger ledger = FreezeLedger.Open(descriptors[0]);
        StayInMemory();
        Precedence.Take();
        HolderProcess holder = CreateHolder(arguments[0], ledger, descriptors);
        Rehearsal.Run();
        // On fault: the rehearsal has touched what a freeze needs. With everything else, a heap that is never used above all, the three would occupy twice as much.
        LibC.mlockall(LibC.MCL_CURRENT | LibC.MCL_FUTURE | LibC.MCL_ONFAULT);
        holder.Run();
        if (ledger.RecordPath is { } record && !ledger.IsRecordNeeded)
            LibC.unlink(record);
        return 0;
    }

    private static HolderProcess CreateHolder(string verb, FreezeLedger ledger, int[] descriptors)
    {
        (int deadline, int runLink, int otherLink) = (descriptors[1], descriptors[2], descriptors[3]);
        var polls = new PollSet();
        var run = new Peer(FreezeRole.Run, runLink, polls);
        return verb == GuardVerb
            ? new Guard(ledger, deadline, polls, run, new Peer(FreezeRole.Sentinel, otherLink, polls))
            : new Sentinel(ledger, deadline, polls, run, new Peer(FreezeRole.Guard, otherLink, polls));
    }

    /// <summary>Out of everybody's way: no folder held busy, and the last to go when memory runs out. Where that is not allowed the freeze is no worse for it.</summary>
    private static void StayInMemory()
    {
        LibC.chdir("/");
        int file = LibC.open("/proc/self/oom_score_adj", LibC.O_RDWR | LibC.O_CLOEXEC, 0);
        if (file < 0)
            return;
        fixed (byte* text = "-1000"u8)
            LibC.write(file, text, 5);
        LibC.close(file);
    }

    private static bool TryParse(string[] arguments, out int[] descriptors)
    {
        descriptors = new int[ArgumentCount - 1];
        for (int i = 0; i < descriptors.Length; i++)
        {
            if (!int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out descriptors[i]))
                return false;
        }

        return true;
    }
}
