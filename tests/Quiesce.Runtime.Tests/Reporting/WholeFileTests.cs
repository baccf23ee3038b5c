using System.IO;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Freezing;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Reporting;

[Collection(FreezeCollection.Name)]
public sealed class WholeFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_written_outlives_a_power_cut(bool isThereBefore)
    {
        FreezeScene.RequireRootAndLoops();
        using ScratchFileSystem fileSystem = ScratchFileSystem.Ext4();
        using var folder = new ScratchFolder();
        string path = fileSystem.MountPoint + "/report.json";
        if (isThereBefore)
            File.WriteAllText(path, "before");
        Tool.Run("sync", "--file-system", fileSystem.MountPoint);

        WholeFile.Write(path, "the whole report", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        // What has reached the image by now is what a machine without power would find.
        string found = folder.At("image");
        File.Copy(fileSystem.Image, found);
        Tool.Run("sh", "-c", $"e2fsck -fy '{found}' || [ $? -eq 1 ]");
        Assert.Contains("the whole report", Tool.Run("debugfs", "-R", "cat /report.json", found));
    }
}
