using System;
using System.IO;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Plugins;

/// <summary>Every file that a run depends on, in every state in which somebody else could have made it: refused with the number of that file, and nothing run.</summary>
public sealed class UntrustedFilesTests : IDisposable
{
    private static readonly (string File, int Number)[] s_files =
        [("etc/azure/VMSnapshotPluginHost.conf", 314), ("etc/azure/0.json", 317), ("scripts/pre0.sh", 306), ("scripts/post0.sh", 307)];

    private readonly ScratchHost _host;

    public UntrustedFilesTests()
    {
        Privileges.RequireRoot();
        _host = new ScratchHost();
        _host.WriteHostFile(1);
        _host.WritePlugin(0);
    }

    public static TheoryData<string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, int>();
        foreach ((string file, int number) in s_files)
        {
            foreach (string state in (string[])["symbolic link", "hard link", "FIFO", "device", "folder", "another owner", "group may write", "others may write", "set-user-id"])
                cases.Add(file, state, number);
        }

        // Of two files in one folder the first to be looked at is named.
        foreach ((string file, int number) in ((string, int)[])[s_files[0], s_files[2]])
        {
            foreach (string state in (string[])["parent's group may write", "parent of another user", "parent is a link"])
                cases.Add(file, state, number);
        }

        return cases;
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_that_is_not_roots_alone_ends_the_run_with_its_own_number(string file, string state, int number)
    {
        Spoil(_host.At(file), state);
        var freezer = new FaultyFreezer();

        RunReport report = _host.Run(freezer);

        Assert.True(number == report.Outcome.Number, $"{report.Outcome.Number}: {report.Outcome.Message}");
        Assert.Empty(_host.Ran);
        Assert.Empty(freezer.Calls);
    }

    [Fact]
    public void What_was_checked_is_what_runs_though_the_file_is_swapped_meanwhile()
    {
        string evil = _host.Write("scripts/evil.sh", $"echo evil >>{_host.Log}\n", "700");
        _host.WritePlugin(0, pre: $"mv {evil} {_host.At("scripts/post0.sh")}");

        RunReport report = _host.Run();

        Assert.Equal("Succeeded", report.Outcome.Name);
        Assert.Equal(["pre0", "snapshot", "post0"], _host.Ran);
    }

    private static void Spoil(string path, string state)
    {
        string folder = Path.GetDirectoryName(path)!;
        switch (state)
        {
            case "symbolic link": File.Move(path, path + ".real"); File.CreateSymbolicLink(path, path + ".real"); break;
            case "hard link": Tool.Run("ln", path, path + ".other"); break;
            case "FIFO": File.Delete(path); Tool.Run("mkfifo", "-m", "600", path); break;
            case "device": File.Delete(path); Assert.SkipUnless(Tool.TryRun("mknod", "-m", "600", path, "c", "1", "3").ExitCode == 0, "devices cannot be made here"); break;
            case "folder": File.Delete(path); Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); break;
            case "another owner": Tool.Run("chown", "65534", path); break;
            case "group may write": Tool.Run("chmod", "720", path); break;
            case "others may write": Tool.Run("chmod", "702", path); break;
            case "set-user-id": Tool.Run("chmod", "4700", path); break;
            case "parent's group may write": Tool.Run("chmod", "775", folder); break;
            case "parent of another user": Tool.Run("chown", "65534", folder); break;
            case "parent is a link": Directory.Move(folder, folder + ".real"); Directory.CreateSymbolicLink(folder, folder + ".real"); break;
            default: throw new ArgumentOutOfRangeException(nameof(state), state, null);
        }
    }
}
