using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Versioning;
using Xunit;

/// <summary>The folder that is carried to the machines.</summary>
[UnsupportedOSPlatform("windows")]
public class WhatTheBuildLeaves
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly string Folder = typeof(WhatTheBuildLeaves).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ArtifactFolder").Value!;

    [Theory]
    [InlineData("VMSnapshotScriptPluginConfig.json", OwnerReadsAndWrites)]
    [InlineData("profile.json", OwnerReadsAndWrites)]
    [InlineData("pre.sh", OwnerReadsAndWrites | UnixFileMode.UserExecute)]
    [InlineData("post.sh", OwnerReadsAndWrites | UnixFileMode.UserExecute)]
    [InlineData("install.sh", OwnerReadsAndWrites | UnixFileMode.UserExecute)]
    public void Each_file_has_the_mode_the_host_demands(string name, UnixFileMode mode)
        => Assert.Equal(mode, File.GetUnixFileMode(Path.Combine(Folder, name)));

    [Fact]
    public void Nothing_else_lies_there()
        => Assert.Equal(
            ["VMSnapshotScriptPluginConfig.json", "install.sh", "post.sh", "pre.sh", "profile.json"],
            Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void The_files_are_what_the_class_says()
    {
        Assert.Equal(WebShop.ConfigJson, File.ReadAllText(Path.Combine(Folder, "VMSnapshotScriptPluginConfig.json")));
        Assert.Equal(WebShop.PreScript, File.ReadAllText(Path.Combine(Folder, "pre.sh")));
        Assert.Equal(WebShop.PostScript, File.ReadAllText(Path.Combine(Folder, "post.sh")));
    }
}
