using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Testing;

/// <summary>The two scripts of a profile on a stand-in machine, run as a host runs them.</summary>
internal sealed class StandInScripts
{
    private readonly string _root;

    public StandInScripts(string root, ProfileSpec profile)
    {
        _root = root;
        File.WriteAllText(PathOf("pre"), ScriptCompiler.CompilePre(profile).Text);
        File.WriteAllText(PathOf("post"), ScriptCompiler.CompilePost(profile).Text);
        Directory.CreateDirectory(Path.Combine(root, "data", "pg_wal"));
    }

    public string Log => string.Concat(Array.ConvertAll(Directory.GetFiles(Directory.CreateDirectory(Path.Combine(_root, "log")).FullName, "*.log"), File.ReadAllText));

    public async Task<int> RunAsync(string name, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("sh", [PathOf(name)]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{Path.Combine(_root, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["QUIESCE_HOST_RETRIES"] = "1";
        // The engines' files lie in the folder: the device below it is the one that a run would freeze.
        start.Environment["QUIESCE_FROZEN_DEVICES"] = MountTable.Read().Holding(_root)!.Device.ToString();
        foreach (string inherited in (string[])["QUIESCE_RUN_ID", "QUIESCE_DEADLINE_MS"])
            start.Environment.Remove(inherited);

        using Process process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            await Task.WhenAll(output, error).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private string PathOf(string name) => Path.Combine(_root, name + ".sh");
}
