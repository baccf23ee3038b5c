using System;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// Walks the whole path once on a descriptor that cannot be frozen, so that every page of code is in memory, and compiled where the program runs managed,
/// before there is a frozen disk to wait for.
/// </summary>
internal static unsafe class Rehearsal
{
    public static void Run()
    {
        using Descriptor file = Descriptor.Own(LibC.memfd_create("quiesce-rehearsal", LibC.MFD_CLOEXEC), "memfd_create");
        using Descriptor stage = Descriptor.Own(LibC.eventfd(0, LibC.EFD_CLOEXEC), "eventfd");
        using FreezeLedger ledger = FreezeLedger.Create(file, ["refuses", "thaws"], null, Guid.Empty);
        using Descriptor setting = Descriptor.Own(LibC.memfd_create("quiesce-rehearsal", LibC.MFD_CLOEXEC), "memfd_create");
        byte normal = (byte)'0';
        LibC.pwrite(setting.Number, &normal, 1, 0);
        ledger.GracePeriods = setting.Number;
        for (int i = 0; i < ledger.Count; i++)
            ledger[i].Descriptor = stage.Number;

        FreezePass.Run(ledger);
        ledger[1].TryBeginFreezing();
        ledger[1].TryEndFreezing(EntryState.Frozen);
        ThawPass.Run(ledger, FreezeRole.Guard, HoldersAlive.Everybody);
        KernelWait.Holds(LibC.getpid(), LibC.gettid());
    }
}
