using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.EndToEnd.Scripts;

namespace Quiesce.Benchmarks.Scripts;

/// <summary>A profile's two scripts, run again and again.</summary>
internal sealed class MeasuredProfile(string what, params EngineSpec[] engines) : IDisposable
{
    private const int Runs = 20;

    private readonly DeployedProfile _profile = new("dash", DeployedProfile.Profile(engines));
    private Spread? _pre;

    public void PrintPair(double goalOfPre = 100, double? goalOfPost = 60)
    {
        var pre = new List<double>();
        var post = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            pre.Add(Milliseconds(RunPre));
            post.Add(Milliseconds(RunPost));
        }

        _pre = new Spread(pre);
        Print($"{what}: pre.sh", _pre, goalOfPre);
        Print($"{what}: post.sh", new Spread(post), goalOfPost);
    }

    /// <summary>Other than a difference of runs that lie apart, that of the medians is never negative by chance alone.</summary>
    public void PrintOwnWork(Func<string> sameStatements)
    {
        var bare = new List<double>();
        for (var run = 0; run < Runs; run++)
            bare.Add(Milliseconds(() => sameStatements()));

        var client = new Spread(bare);
        Print("  the same statements by the bare client", client, goal: null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"  pre.sh beyond that, difference of medians",-48} {"",9} {_pre!.Median - client.Median,9:0.0} {"",9}  ms, goal under 40"));
    }

    /// <summary>Until the client of a writer that waits for the lock has ended: its own end is part of the figure.</summary>
    public void PrintHoldAfterPost(MariaDbServer mariaDb)
    {
        var held = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            RunPre();
            var write = mariaDb.Server.Begin(MariaDbServer.Insert);
            mariaDb.WaitUntilAWriterWaits();
            var clock = Stopwatch.StartNew();
            using var post = _profile.Start(_profile.PostScript);
            write.GetAwaiter().GetResult();
            held.Add(clock.Elapsed.TotalMilliseconds);
            post.WaitForExit();
        }

        Print("  from post.sh's start until a waiting writer goes on", new Spread(held), goal: 30);
    }

    public void PrintProcesses()
    {
        RunPre();
        // The keeper and the timer of its lease are the run's, and a session of their own.
        var keeper = _profile.ProcessOf("keeper");
        var extra = _profile.Processes().Count(process => SessionOf(process) != keeper) - engines.Length;
        RunPost();
        Console.WriteLine($"  processes per held engine between the scripts, beside its client: {extra}, goal at most 1");
    }

    public void Dispose() => _profile.Dispose();

    /// <summary>The sixth field of <c>/proc/PID/stat</c>; the name before it may hold blanks.</summary>
    private static int SessionOf(int process)
        => int.Parse(File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ')[3], CultureInfo.InvariantCulture);

    private static void Print(string row, Spread spread, double? goal)
        => Console.WriteLine(spread.Row(row, "ms") + (goal is { } limit ? string.Create(CultureInfo.InvariantCulture, $", goal under {limit:0}") : ""));

    private static double Milliseconds(Action action)
    {
        var clock = Stopwatch.StartNew();
        action();
        return clock.Elapsed.TotalMilliseconds;
    }

    private void RunPre() => MustSucceed(_profile.RunPre(), "pre.sh");

    private void RunPost() => MustSucceed(_profile.RunPost(), "post.sh");

    private static void MustSucceed(int status, string script)
    {
        if (status != 0)
            throw new InvalidOperationException($"{script} ended with exit status {status}");
    }
}
