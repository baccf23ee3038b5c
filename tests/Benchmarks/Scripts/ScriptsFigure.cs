using System;
using System.Collections.Generic;
using System.Diagnostics;
using Quiesce.EndToEnd.Scripts;

namespace Quiesce.Benchmarks.Scripts;

/// <summary>How long the compiled scripts of one MariaDB engine keep a host waiting, on a server that has nothing else to do.</summary>
internal static class ScriptsFigure
{
    private const int Runs = 20;

    public static void Print()
    {
        using var mariaDb = new MariaDbServer();
        using var profile = new DeployedProfile("dash", DeployedProfile.Profile(mariaDb.Engine()));
        var pre = new List<double>();
        var post = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            pre.Add(Milliseconds(profile.RunPre, "pre.sh"));
            post.Add(Milliseconds(profile.RunPost, "post.sh"));
        }

        Console.WriteLine("measured: dash pre.sh; dash post.sh, compiled for one [MariaDb] with a backup stage, on an idle private server");
        Console.WriteLine(Spread.Heading);
        Console.WriteLine(new Spread(pre).Row("pre.sh, start to exit", "ms"));
        Console.WriteLine(new Spread(post).Row("post.sh, start to exit", "ms"));
    }

    private static double Milliseconds(Func<(string, string)[], int> run, string script)
    {
        var clock = Stopwatch.StartNew();
        var status = run([]);
        return status == 0 ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{script} ended with exit status {status}");
    }
}
