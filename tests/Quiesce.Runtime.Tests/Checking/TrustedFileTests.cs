using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using Quiesce.Runtime.Checking;
using Xunit;

namespace Quiesce.Runtime.Tests.Checking;

public sealed class TrustedFileTests : IDisposable
{
    private const int Missing = 316;
    private const int Untrusted = 317;

    private readonly ScratchFolder _folder = new();

    public TrustedFileTests() => Privileges.RequireRoot();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("600")]
    [InlineData("400")]
    [InlineData("700")]
    public void A_file_of_roots_alone_is_opened(string mode)
    {
        using TrustedFile file = TrustedFile.Open(_folder.Write("file", "content", mode), FileRole.Config);

        Assert.Equal("content", Encoding.UTF8.GetString(file.ReadAtMost(100)));
    }

    [Theory]
    [InlineData("640")]
    [InlineData("604")]
    [InlineData("620")]
    [InlineData("601")]
    [InlineData("666")]
    [InlineData("4700")]
    [InlineData("2700")]
    public void A_file_that_others_may_touch_or_that_lends_rights_is_refused(string mode) =>
        Assert.Contains("has mode " + mode, Refusal(Untrusted, _folder.Write("file", "", mode)));

    [Fact]
    public void A_file_of_another_user_is_refused()
    {
        string path = _folder.Write("file", "");
        Run("chown", "65534", path);

        Assert.Contains("belongs to user 65534", Refusal(Untrusted, path));
    }

    [Fact]
    public void A_missing_file_and_a_missing_folder_are_told_by_name()
    {
        Assert.Contains(_folder.At("none"), Refusal(Missing, _folder.At("none")));
        Assert.Contains(_folder.At("no"), Refusal(Missing, _folder.At("no/such/file")));
    }

    [Fact]
    public void A_symbolic_link_is_refused_even_to_a_good_file()
    {
        File.CreateSymbolicLink(_folder.At("link"), _folder.Write("file", ""));

        Assert.Contains("symbolic link", Refusal(Untrusted, _folder.At("link")));
    }

    [Fact]
    public void A_symbolic_link_among_the_parents_is_refused()
    {
        Directory.CreateDirectory(_folder.At("real"));
        _folder.Write("real/file", "");
        Directory.CreateSymbolicLink(_folder.At("link"), _folder.At("real"));

        Assert.Contains("link is a symbolic link", Refusal(Untrusted, _folder.At("link/file")));
    }

    [Fact]
    public void A_second_hard_link_is_refused()
    {
        string path = _folder.Write("file", "");
        Run("ln", path, _folder.At("other"));

        Assert.Contains("2 hard links", Refusal(Untrusted, path));
    }

    [Fact]
    public void A_FIFO_is_refused_without_waiting_for_a_writer()
    {
        Run("mkfifo", "-m", "600", _folder.At("fifo"));

        Assert.Contains("not a regular file", Refusal(Untrusted, _folder.At("fifo")));
    }

    [Fact]
    public void A_device_is_refused() => Assert.Contains("not a regular file", Refusal(Untrusted, "/dev/null"));

    [Theory]
    [InlineData("777")]
    [InlineData("775")]
    [InlineData("702")]
    public void A_parent_that_others_may_write_to_is_refused(string mode)
    {
        Directory.CreateDirectory(_folder.At("open"));
        string path = _folder.Write("open/file", "");
        File.SetUnixFileMode(_folder.At("open"), (UnixFileMode)Convert.ToInt32(mode, 8));

        Assert.Contains("open has mode " + mode, Refusal(Untrusted, path));
    }

    [Fact]
    public void A_parent_of_another_user_is_refused()
    {
        Directory.CreateDirectory(_folder.At("theirs"));
        string path = _folder.Write("theirs/file", "");
        Run("chown", "65534", _folder.At("theirs"));

        Assert.Contains("theirs belongs to user 65534", Refusal(Untrusted, path));
    }

    [Fact]
    public void A_relative_path_is_refused() => Assert.Contains("absolute", Refusal(Missing, "file"));

    [Fact]
    public void What_was_checked_is_read_though_its_name_means_another_file_by_then()
    {
        string path = _folder.Write("file", "checked");
        using TrustedFile file = TrustedFile.Open(path, FileRole.Config);

        File.Move(_folder.Write("evil", "swapped in"), path, overwrite: true);

        Assert.Equal("checked", File.ReadAllText(file.ProcPath));
        Assert.Equal("checked", Encoding.UTF8.GetString(file.ReadAtMost(100)));
    }

    private static string Refusal(int number, string path)
    {
        OutcomeException refusal = Assert.Throws<OutcomeException>(() => TrustedFile.Open(path, FileRole.Config));
        Assert.Equal(number, refusal.Outcome.Number);
        return refusal.Message;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
