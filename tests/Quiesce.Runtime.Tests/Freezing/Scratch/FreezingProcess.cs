using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Tests.Freezing.Scratch;

/// <summary>A <see cref="FreezingProgram"/> under way, with its guard and sentinel.</summary>
internal sealed class FreezingProcess : IDisposable
{
    private readonly Process run;

    private FreezingProcess(Process run, int guard, int sentinel)
    {
        this.run = run;
        Guard = guard;
        Sentinel = sentinel;
    }

    public int Run => run.Id;

    public int Guard { get; }

    public int Sentinel { get; }

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

    /// <summary>Signals them together, as close as two system calls are.</summary>
    public static void Kill(string signal, params int[] processes) =>
        Tool.TryRun("kill", ["-" + signal, .. processes.Select(process => process.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>None of them runs any more (a zombie does not run).</summary>
    public bool AllEnded => new[] { Run, Guard, Sentinel }.All(HasEnded);

    public void Dispose()
    {
        Kill("KILL", Run, Guard, Sentinel);
        run.Dispose();
    }

    private static bool HasEnded(int process)
    {
        try
        {
            string status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return status[(status.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
