using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Freezing.Holding;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>A <see cref="FreezingProgram"/> under way, with its guard and sentinel. Each is signalled by a descriptor, which can never mean another process.</summary>
internal sealed class FreezingProcess : IDisposable
{
    public const int SIGSTOP = 19;

    private readonly Process run;
    private readonly Descriptor[] processes;
    private readonly int[] numbers;

    private FreezingProcess(Process run, int guard, int sentinel)
    {
        this.run = run;
        numbers = [guard, sentinel, run.Id];
        processes = [.. numbers.Select(process => Descriptor.Own(LibC.pidfd_open(process, 0), "pidfd_open"))];
    }

    public static FreezeRole[] All => [FreezeRole.Guard, FreezeRole.Sentinel, FreezeRole.Run];

    /// <summary>Returns when guard and sentinel are ready, and the freezing is about to begin.</summary>
    public static async Task<FreezingProcess> StartAsync(string recordDirectory, params ScratchFileSystem[] systems)
    {
        Process run = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [FreezingProgram.Verb, recordDirectory, .. systems.Select(system => system.MountPoint)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string[] holders = (await run.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("it ended before it froze")).Split(' ');
        return new FreezingProcess(run, int.Parse(holders[0], CultureInfo.InvariantCulture), int.Parse(holders[1], CultureInfo.InvariantCulture));
    }

    /// <summary>"frozen", or why not.</summary>
    public async Task<string?> ResultAsync() => await run.StandardOutput.ReadLineAsync();

    /// <summary>Lets the program thaw and end, as it would after a snapshot.</summary>
    public void AskToThaw() => run.StandardInput.Close();

    public void Signal(int signal, params FreezeRole[] roles)
    {
        foreach (FreezeRole role in roles)
            LibC.pidfd_send_signal(processes[(int)role].Number, signal);
    }

    /// <summary>Kills all three with no time for any of them to notice the others' end.</summary>
    public async Task KillAllAtOnceAsync()
    {
        Signal(SIGSTOP, All);
        foreach (int process in numbers)
            WaitUntilStopped(process);
        Signal(SignalSet.SIGKILL, All);
        await EndedAsync();
    }

    /// <summary>A signal is only sent when kill returns; each thread stops when it next runs.</summary>
    public static void WaitUntilStopped(int process)
    {
        while (!ThreadsOf(process).All(thread => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task/{thread}/stat")).Split(") ")[1].StartsWith('T')))
            Thread.Yield();
    }

    public static IEnumerable<int> ThreadsOf(int process) =>
        Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")).Select(thread => int.Parse(Path.GetFileName(thread), CultureInfo.InvariantCulture));

    public Task EndedAsync() => Task.Run(() =>
    {
        foreach (Descriptor process in processes)
            WaitUntilReadable(process);
    });

    public void Dispose()
    {
        Signal(SignalSet.SIGKILL, All);
        foreach (Descriptor process in processes)
            process.Dispose();
        run.Dispose();
    }

    /// <summary>A process descriptor is readable once its process has ended.</summary>
    private static unsafe void WaitUntilReadable(Descriptor process)
    {
        var ended = new PollRequest { Descriptor = process.Number, Events = LibC.POLLIN };
        while (LibC.poll(&ended, 1, -1) < 1)
        {
        }
    }
}
