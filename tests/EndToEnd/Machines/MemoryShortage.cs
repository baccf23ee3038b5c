using System;
using System.Threading.Tasks;

namespace Quiesce.EndToEnd.Machines;

/// <summary>A machine most of whose memory is gone. There is no swap: what is missing is taken from the programs' own pages, and then from a program.</summary>
internal sealed class MemoryShortage : IAsyncDisposable
{
    /// <summary>Wants more than there is until the kernel kills it, and asks to be the first to be killed: else it could be systemd.</summary>
    public const string Exhaust = "choom -n 1000 -- tail /dev/zero";

    /// <summary>96 MiB are left, enough to start a run in.</summary>
    private const string Fill =
        """
        set -e
        dmesg --clear
        mkdir -p /run/most && mount -t tmpfs -o size=100% most /run/most
        available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB/\1/p' /proc/meminfo)
        head -c $((available - 98304))K /dev/zero > /run/most/filled
        """;

    private readonly Machine machine;

    private MemoryShortage(Machine machine) => this.machine = machine;

    public static async Task<MemoryShortage> BeginAsync(Machine machine)
    {
        await machine.RunAsync(Fill);
        return new MemoryShortage(machine);
    }

    /// <summary>What the kernel said meanwhile; and the root must be one that can be written to.</summary>
    public Task<string> EndAsync() => machine.RunAsync("umount /run/most && echo written > /root/after-the-shortage && sync -f / && dmesg");

    public async ValueTask DisposeAsync() => await machine.TryRunAsync("umount /run/most");
}
