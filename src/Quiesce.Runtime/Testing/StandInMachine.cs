using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Testing;

/// <summary>
/// A machine for unit tests: a temporary folder in which a profile's real scripts run under <c>sh</c>, against stand-ins for its engines' clients that answer as healthy servers do. Nothing is
/// frozen, no server is needed, and no root. The author's own steps run for real, with the stand-ins first in <c>PATH</c>: <see cref="AddProgram"/> for every program that must not.
/// </summary>
public sealed class StandInMachine : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("quiesce-stand-in-").FullName;
    private string? _labels;
    private int _refusals;

    /// <summary>Makes an empty machine. <c>systemctl</c> is always a stand-in; every unit runs until it is stopped.</summary>
    public StandInMachine() => StandInClient.Write(_root, "bin/systemctl", kind: "systemctl", name: "systemctl");

    /// <summary>Puts a program first in <c>PATH</c> that does nothing but note its call.</summary>
    /// <param name="name">The program's name, without a folder.</param>
    /// <param name="exitStatus">What it exits with: 0 to 255, by default 0.</param>
    /// <exception cref="ArgumentException">The name has a folder in it.</exception>
    public void AddProgram(string name, byte exitStatus = 0)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('/', StringComparison.Ordinal))
            throw new ArgumentException("A program is named as a step calls it, without a folder.", nameof(name));
        StandInClient.Write(_root, "bin/" + name, kind: "program", name, exitStatus);
    }

    /// <summary>Lets an engine refuse a statement: its client complains as the real one would, and ends.</summary>
    /// <param name="engine">The engine's name in the profile.</param>
    /// <param name="statement">Part of the statement, as <c>BACKUP STAGE BLOCK_COMMIT</c>.</param>
    /// <param name="complaint">What the client says on its error stream, as <c>ERROR 1205 (HY000): Lock wait timeout exceeded</c>.</param>
    public void Refuse(string engine, string statement, string complaint)
    {
        string file = Path.Combine(_root, $"refuse.{engine}.{++_refusals}");
        File.WriteAllText(file + ".statement", statement + "\n");
        File.WriteAllText(file + ".complaint", complaint + "\n");
    }

    /// <summary>Runs the profile's pre script and then its post script, as a host does.</summary>
    /// <param name="profile">The profile: <c>WebShop.Profile</c>.</param>
    /// <param name="cancellationToken">Ends the scripts.</param>
    /// <returns>How both ended, and all that was said to the engines.</returns>
    /// <exception cref="InvalidOperationException">The handle's texts do not belong together.</exception>
    /// <exception cref="NotSupportedException">A PostgreSQL of the profile is copied in backup mode, and there is no second device – <c>/dev/shm</c> is one nearly everywhere – for its label.</exception>
    public async Task<StandInRun> RunAsync(ProfileHandle profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ProfileSpec spec = StandInProfile.At(_root, () => _labels ??= OtherDevice.FolderBeside(_root), profile);
        File.Delete(Path.Combine(_root, StandInClient.Said));
        var scripts = new StandInScripts(_root, spec);
        int pre = await scripts.RunAsync("pre", cancellationToken).ConfigureAwait(false);
        IReadOnlyList<StandInCall> before = Calls("pre");
        int post = await scripts.RunAsync("post", cancellationToken).ConfigureAwait(false);
        return new StandInRun(StandInRun.NameOf(pre), StandInRun.NameOf(post), [.. before, .. Calls("post").Skip(before.Count)], scripts.Log);
    }

    /// <summary>Removes the machine.</summary>
    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        if (_labels is not null)
            Directory.Delete(_labels, recursive: true);
    }

    private IReadOnlyList<StandInCall> Calls(string phase)
    {
        string file = Path.Combine(_root, StandInClient.Said);
        return File.Exists(file) ? [.. File.ReadLines(file).Select(line => line.Split('\t', 2)).Select(parts => new StandInCall(phase, parts[0], parts[1]))] : [];
    }
}
