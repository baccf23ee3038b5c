using System;
using System.IO;
using System.Linq;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class ArtifactFolderTests : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_file_of_the_right_text_and_the_wrong_mode_is_written_anew()
    {
        Write(("web-shop/config.json", "{ }\n"));
        File.SetUnixFileMode(scratch["quiesce/web-shop/config.json"], Private | UnixFileMode.OtherRead);

        Write(("web-shop/config.json", "{ }\n"));

        Assert.Equal(["quiesce/web-shop/", "quiesce/web-shop/config.json 600"], scratch.Tree("quiesce"));
    }

    [Fact]
    public void What_an_interrupted_build_or_a_renamed_profile_left_is_gone()
    {
        scratch.Write("quiesce/web-shop/pre.sh.0123", "half");
        scratch.Write("quiesce/retired/deep/pre.sh", "true\n");

        Write(("web-shop/pre.sh", "true\n"));

        Assert.Equal(["quiesce/web-shop/", "quiesce/web-shop/pre.sh 600"], scratch.Tree("quiesce"));
    }

    [Fact]
    public void A_file_may_become_a_folder_and_a_folder_a_file()
    {
        Write(("a", "file"), ("b/c", "folder"));

        Write(("a/c", "folder"), ("b", "file"));

        Assert.Equal(["quiesce/a/", "quiesce/a/c 600", "quiesce/b 600"], scratch.Tree("quiesce"));
    }

    [Fact]
    public void Links_are_replaced_and_never_followed()
    {
        scratch.Write("elsewhere/kept.txt", "kept");
        Directory.CreateDirectory(scratch["quiesce"]);
        File.CreateSymbolicLink(scratch["quiesce/pre.sh"], scratch["elsewhere/kept.txt"]);
        Directory.CreateSymbolicLink(scratch["quiesce/web-shop"], scratch["elsewhere"]);

        Write(("pre.sh", "kept"), ("web-shop/kept.txt", "new"));

        Assert.Equal("kept", File.ReadAllText(scratch["elsewhere/kept.txt"]));
        Assert.Null(new FileInfo(scratch["quiesce/pre.sh"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(scratch["quiesce/web-shop/kept.txt"]));
    }

    [Theory]
    [InlineData("../pre.sh")]
    [InlineData("web-shop/../../pre.sh")]
    [InlineData("/etc/passwd")]
    [InlineData("web-shop//pre.sh")]
    [InlineData("web-shop/.")]
    [InlineData("web-shop/")]
    [InlineData("")]
    [InlineData("..\\pre.sh")]
    [InlineData("C:/pre.sh")]
    [InlineData("web-shop/pre.sh\n")]
    [InlineData("web-shop/*")]
    [InlineData("web-shop/$(HOME)")]
    public void A_path_that_is_not_a_plain_relative_one_is_refused_before_anything_is_touched(string path)
    {
        Write(("web-shop/pre.sh", "good"));

        var error = Assert.Throws<BuildError>(() => Write(("ledger/pre.sh", "true"), (path, "evil")));

        Assert.Equal("QSC9003", error.Code);
        Assert.Equal(["quiesce/", "quiesce/web-shop/", "quiesce/web-shop/pre.sh 600"], scratch.Tree("."));
    }

    [Theory]
    [InlineData("web-shop/pre.sh", "web-shop/pre.sh")]
    [InlineData("web-shop/pre.sh", "Web-Shop/pre.sh")]
    [InlineData("web-shop", "web-shop/pre.sh")]
    public void Two_artefacts_never_share_a_place(string one, string other)
    {
        Assert.Equal("QSC9004", Assert.Throws<BuildError>(() => Write((one, "1"), (other, "2"))).Code);
        Assert.Empty(scratch.Tree("."));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_named_error()
    {
        scratch.Write("file", "");

        var error = Assert.Throws<BuildError>(() => new ArtifactFolder(scratch["file/quiesce"]).MakeHold([new Artifact("pre.sh", Private, "")]));

        Assert.Equal("QSC9006", error.Code);
    }

    private void Write(params (string Path, string Text)[] files) =>
        new ArtifactFolder(scratch["quiesce"]).MakeHold([.. files.Select(file => new Artifact(file.Path, Private, file.Text))]);
}
