using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Quiesce.Tests.Shared;

namespace Quiesce.Benchmarks.Freezing;

/// <summary>
/// What <c>quiesce run</c> costs beside a shell that freezes and thaws by itself, how long anything stands still, and what the three processes hold in memory. Freezes file systems of its own.
/// </summary>
internal static class FreezeFigure
{
    private const int Runs = 100;
    private const int ManyMounts = 200;
    private const int RunsOfMany = 5;

    /// <summary>In milliseconds: so much longer than 1.2 times the two calls alone a run may keep a file system frozen.</summary>
    private const double FrozenBeyondPair = 2;
    private static readonly string Executable = Repository.PathOf("src/Quiesce.Cli/bin/native/quiesce");

    public static void Print()
    {
        if (!Environment.IsPrivilegedProcess)
            throw new InvalidOperationException("freezing needs root");
        if (!File.Exists(Executable))
            throw new InvalidOperationException($"{Executable} is not there: src/Quiesce.Cli/publish.sh makes it");

        Console.WriteLine("measured: quiesce run with scripts and a snapshot command that do nothing, on an ext4 image of its own");
        Console.WriteLine(Spread.Heading);
        using (var one = new ManyFileSystems(1))
            PrintOne(one.MountPoints.Single());
        using (var many = new ManyFileSystems(ManyMounts))
            PrintMany([.. many.MountPoints]);
    }

    /// <summary>One of each in turn, so that whatever else the machine does falls on all alike.</summary>
    private static void PrintOne(string mount)
    {
        using var profile = new IdleProfile(Executable);
        var shell = new List<double>();
        var quiesce = new List<double>();
        var ioctls = new List<double>();
        var asked = new List<double>();
        var frozen = new List<double>();
        var added = new List<double>();
        var thawAfter = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            shell.Add(Milliseconds(() => Programs.Run("sh", "-c", "fsfreeze -f \"$1\"; true; fsfreeze -u \"$1\"", "shell", mount)));
            JsonElement report = default;
            quiesce.Add(Milliseconds(() => report = profile.Run("true", mount)));
            ioctls.Add(RawFreeze.PairInMilliseconds(mount));
            asked.Add(AskedIn(report));
            frozen.Add(FrozenIn(report));
            added.Add(frozen[^1] - CallsIn(report));
            thawAfter.Add(report.GetProperty("mounts")[0].GetProperty("thawedAtMs").GetDouble() - report.GetProperty("snapshot").GetProperty("endMs").GetDouble());
        }

        double[] beyond = [.. frozen.Zip(ioctls, (ours, raw) => ours - 1.2 * raw)];
        Console.WriteLine(new Spread(shell).Row("shell: fsfreeze -f; true; fsfreeze -u", "ms"));
        Console.WriteLine(new Spread(quiesce).Row("quiesce run, start to end", "ms"));
        Console.WriteLine(new Spread(quiesce.Zip(shell, (ours, theirs) => ours / theirs)).Row("  over the shell of the same turn", "times"));
        Console.WriteLine(new Spread(ioctls).Row("FIFREEZE and FITHAW alone", "ms"));
        Console.WriteLine(new Spread(frozen).Row("FIFREEZE to FITHAW of the run, less the command", "ms"));
        Console.WriteLine(new Spread(beyond).Row("  beyond 1.2 times the raw pair of the same turn", "ms"));
        Console.WriteLine($"  at most {FrozenBeyondPair:0} ms beyond it in {beyond.Count(milliseconds => milliseconds <= FrozenBeyondPair)} of {Runs} turns");
        Console.WriteLine(new Spread(added).Row("  of that, beside the run's own two calls", "ms"));
        Console.WriteLine(new Spread(asked).Row("freeze asked for until thawed, the command too", "ms"));
        Console.WriteLine(new Spread(thawAfter).Row("thaw begun after the snapshot's end", "ms"));
        (double proportional, double resident) = profile.MemoryWhileFrozen(mount);
        Console.WriteLine(new Spread([proportional]).Row("memory of run, guard and sentinel together (PSS)", "MiB"));
        Console.WriteLine(new Spread([resident]).Row("  each page counted in every process (RSS)", "MiB"));
    }

    private static void PrintMany(string[] mounts)
    {
        using var profile = new IdleProfile(Executable);
        var runs = Enumerable.Range(0, RunsOfMany).Select(_ => profile.Run("true", mounts)).ToArray();
        Console.WriteLine(new Spread(runs.Select(run => PhaseOf(run, "freeze"))).Row($"{ManyMounts} mounts: freeze", "ms"));
        Console.WriteLine(new Spread(runs.Select(run => PhaseOf(run, "thaw"))).Row($"{ManyMounts} mounts: thaw", "ms"));
        Console.WriteLine(new Spread(runs.Select(AskedIn)).Row($"{ManyMounts} mounts: freeze asked for until thawed", "ms"));
    }

    /// <summary>How long nobody could write, without what the snapshot command took of it: what the freezing itself costs.</summary>
    private static double FrozenIn(JsonElement report)
    {
        JsonElement mount = report.GetProperty("mounts")[0];
        JsonElement snapshot = report.GetProperty("snapshot");
        return Between(mount, "freezeCalledAtMs", "thawReturnedAtMs") - Between(snapshot, "startMs", "endMs");
    }

    private static double CallsIn(JsonElement report)
    {
        JsonElement mount = report.GetProperty("mounts")[0];
        return Between(mount, "freezeCalledAtMs", "frozenAtMs") + Between(mount, "thawedAtMs", "thawReturnedAtMs");
    }

    /// <summary>What the application waits for, where nothing else holds it: with the write-back before the freeze, and the snapshot command's process.</summary>
    private static double AskedIn(JsonElement report) =>
        Phase(report, "thaw").GetProperty("endMs").GetDouble() - Phase(report, "freeze").GetProperty("startMs").GetDouble();

    private static double PhaseOf(JsonElement report, string name) => Between(Phase(report, name), "startMs", "endMs");

    private static double Between(JsonElement times, string from, string to) => times.GetProperty(to).GetDouble() - times.GetProperty(from).GetDouble();

    private static JsonElement Phase(JsonElement report, string name) =>
        report.GetProperty("phases").EnumerateArray().Single(phase => phase.GetProperty("name").GetString() == name);

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }
}
