using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// A FIFREEZE waits for RCU grace periods of the kernel before it writes anything: where little is dirty these are nearly all of the time it takes – measured on 2 processors, Linux 6.18: 40 ms,
/// and with expedited ones 0.3 –, once for every mount, and the application stands still meanwhile. Expedited ones interrupt every busy processor; the kernel is asked for them only while the guard freezes, by
/// <c>rcu_expedited</c>, and not where somebody has set that already. Where <c>rcu_normal</c> is set, as on a real-time kernel, the kernel itself prefers that.
/// </summary>
internal static unsafe class GracePeriods
{
    public const string File = "/sys/kernel/rcu_expedited";

    private const byte Normal = (byte)'0';
    private const byte Expedited = (byte)'1';

    /// <summary>Null where the kernel has no such file, or does not let us: then freezing takes its time.</summary>
    public static Descriptor? Open(string file)
    {
        int number = LibC.open(file, LibC.O_RDWR | LibC.O_CLOEXEC, 0);
        return number < 0 ? null : Descriptor.Own(number, file);
    }

    /// <summary>The mark comes before the deed, so that whoever outlives the guard knows that there may be something to put back.</summary>
    public static void Expedite(FreezeLedger ledger)
    {
        byte found;
        if (ledger.HasEnded || ledger.GracePeriods == 0 || LibC.pread(ledger.GracePeriods, &found, 1, 0) != 1 || found != Normal)
            return;

        ledger.AreGracePeriodsExpedited = true;
        Set(ledger.GracePeriods, Expedited);
    }

    /// <summary>By anybody, and more than once: only the guard's own, behind its last FIFREEZE, is the last word.</summary>
    public static void PutBack(FreezeLedger ledger)
    {
        if (ledger.AreGracePeriodsExpedited)
            Set(ledger.GracePeriods, Normal);
    }

    /// <summary>For who has not inherited the ledger's descriptors.</summary>
    public static void PutBack(FreezeLedger ledger, string file)
    {
        if (!ledger.AreGracePeriodsExpedited)
            return;
        using Descriptor? opened = Open(file);
        if (opened is not null)
            Set(opened.Number, Normal);
    }

    private static void Set(int descriptor, byte value) => LibC.pwrite(descriptor, &value, 1, 0);
}
