using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>A profile's two scripts in a folder of the test's own, with state, log and records beside them, and a host that runs them as hosts do: <c>sh PATH</c>.</summary>
internal sealed class DeployedProfile : IDisposable
{
    private readonly string _shell;
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-scripts-").FullName;

    public DeployedProfile(string shell, ProfileSpec profile)
    {
        _shell = shell;
        Deploy(profile);
    }

    /// <summary>Puts another version of the profile in the scripts' place.</summary>
    public void Deploy(ProfileSpec profile)
    {
        var spec = profile with
        {
            Run = profile.Run with { RunDirectory = RunDirectory, LogDirectory = LogDirectory, StateDirectory = StateDirectory },
        };
        File.WriteAllText(PreScript, ScriptCompiler.CompilePre(spec).Text, new UTF8Encoding(false));
        File.WriteAllText(PostScript, ScriptCompiler.CompilePost(spec).Text, new UTF8Encoding(false));
    }

    public string RunDirectory => _folder + "/run";

    public string LogDirectory => _folder + "/log";

    public string StateDirectory => _folder + "/state";

    public string PreScript => _folder + "/pre.sh";

    public string PostScript => _folder + "/post.sh";

    public string Log => File.Exists(LogDirectory + "/profile.log") ? File.ReadAllText(LogDirectory + "/profile.log") : "";

    public JsonElement Record => JsonDocument.Parse(File.ReadAllText(RunDirectory + "/record.json")).RootElement;

    /// <summary>A small profile around some engines; the limits are short because every test that waits, waits for them.</summary>
    public static ProfileSpec Profile(params EngineSpec[] engines) => new()
    {
        Name = "profile",
        TypeName = "Profile",
        Host = new HostSettings { TimeoutInSeconds = 30, PreScriptNoOfRetries = 0, PostScriptNoOfRetries = 0 },
        Run = new RunSettings { LeaseInSeconds = 60 },
        Engines = engines,
    };

    public int RunPre(params (string Name, string Value)[] environment) => Run(PreScript, environment);

    public int RunPost(params (string Name, string Value)[] environment) => Run(PostScript, environment);

    /// <summary>The host's pipes are closed by the caller, if at all: a host waits for the process alone.</summary>
    public Process Start(string script, params (string Name, string Value)[] environment)
    {
        var start = Shells.Start(_shell, script);
        foreach (var (name, value) in environment)
            start.Environment[name] = name == "PATH" ? value + ":" + start.Environment[name] : value;
        return Process.Start(start)!;
    }

    /// <summary>Everything that still runs for this profile: its scripts, keepers, timers and clients.</summary>
    public IReadOnlyList<int> Processes()
        => [.. Directory.GetDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id != 0 && HasPartIn(id))];

    /// <summary>A number from the state of the run under way: <c>keeper</c> or <c>pre</c>.</summary>
    public int ProcessOf(string part)
        => int.Parse(File.ReadLines(RunDirectory + "/current/state").Last(line => line.StartsWith(part + " ", StringComparison.Ordinal)).Split(' ')[1]);

    /// <summary>Whether the pre script has given its hold into the keeper's hands, which is the last thing it does.</summary>
    public bool IsHandedOver
        => File.Exists(RunDirectory + "/current/state") && File.ReadLines(RunDirectory + "/current/state").Any(line => line.StartsWith("held ", StringComparison.Ordinal));

    public int ClientOf(int engine) => int.Parse(File.ReadAllText($"{RunDirectory}/current/{engine}.client").Split(' ')[0]);

    /// <summary>Returns when the last process that has a part in the run under way has ended: its lock is free.</summary>
    public void WaitUntilNobodyHoldsTheRun() => Programs.Run("flock", RunDirectory + "/lock", "true");

    /// <summary>Returns when nothing of the profile runs any more.</summary>
    public void WaitUntilEverybodyIsGone()
    {
        while (Processes().Count > 0)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        foreach (var id in Processes())
            Signals.Kill(id);
        Directory.Delete(_folder, recursive: true);
    }

    private int Run(string script, (string Name, string Value)[] environment)
    {
        using var process = Start(script, environment);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TestContext.Current.SendDiagnosticMessage("{0}: {1} {2}{3}", Path.GetFileName(script), process.ExitCode, output, error.Result);
        return process.ExitCode;
    }

    /// <summary>Whoever names a file of ours on its command line, or has one open.</summary>
    private bool HasPartIn(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains(_folder, StringComparison.Ordinal)
                || new DirectoryInfo($"/proc/{id}/fd").EnumerateFileSystemInfos().Any(fd => fd.LinkTarget?.StartsWith(_folder, StringComparison.Ordinal) == true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return false;
        }
    }
}
