using System;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>A program that freezes what it is told, prints the processes of guard and sentinel, and waits to be killed.</summary>
internal static class FreezingProgram
{
    public const string Verb = "hold-a-freeze";

    public static async Task<int> PlayAsync(string[] arguments)
    {
        FreezePlan plan = FreezePlan.For(arguments[1..], MountTable.Read(), new BlockDevices());
        FreezeOptions options = FreezeScene.Options with { RecordDirectory = arguments[0] };
        await using FreezeSession session = await FreezeSession.PrepareAsync(plan, options, CancellationToken.None);
        Console.WriteLine($"{session.GuardProcessId} {session.SentinelProcessId}");
        FreezeReport report = session.Freeze();
        Console.WriteLine(report.Problem ?? "frozen");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
