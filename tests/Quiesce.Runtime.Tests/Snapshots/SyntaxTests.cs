using System;
using Quiesce.Runtime.Snapshots;
using Xunit;

namespace Quiesce.Runtime.Tests.Snapshots;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("copy:/images/a.img=/images/b=c.img", "copy:/images/a.img=/images/b=c.img")]
    [InlineData("btrfs:/srv/data=/srv/snapshots/today", "btrfs:/srv/data=/srv/snapshots/today")]
    [InlineData("lvm:vg/data", "lvm:vg/data")]
    [InlineData("lvm:vg/data,size=2G", "lvm:vg/data")]
    [InlineData("zfs:tank/data@today", "zfs:tank/data")]
    [InlineData("qmp:/run/vm.qmp,drive0=/backup/0.qcow2,agent=/run/vm.qga", "qmp:/run/vm.qmp,drive0=/backup/0.qcow2")]
    public void A_snapshot_describes_itself_as_it_is_written(string text, string description) => Assert.Equal(description, Snapshot.Parse(text).Description);

    [Theory]
    [InlineData("", "KIND:WHAT")]
    [InlineData("vg/data", "KIND:WHAT")]
    [InlineData("lvn:vg/data", "no snapshot of the kind 'lvn'")]
    [InlineData("copy:/a", SnapshotSyntax.Copy)]
    [InlineData("copy:=/a", SnapshotSyntax.Copy)]
    [InlineData("btrfs:/a=", SnapshotSyntax.Btrfs)]
    [InlineData("lvm:data", SnapshotSyntax.Lvm)]
    [InlineData("lvm:vg/data,sise=2G", "'sise=2G' is no setting")]
    [InlineData("lvm:-f/data", SnapshotSyntax.Lvm)]
    [InlineData("zfs:tank@a@b", SnapshotSyntax.Zfs)]
    [InlineData("zfs:@a", SnapshotSyntax.Zfs)]
    [InlineData("qmp:/run/vm.qmp", SnapshotSyntax.Qmp)]
    [InlineData("qmp:/run/vm.qmp,drive0", "'drive0' is no drive with its file")]
    [InlineData("qmp:/run/vm.qmp,agent=/run/vm.qga", SnapshotSyntax.Qmp)]
    public void What_is_not_understood_is_answered_with_what_would_be_right(string text, string answer)
        => Assert.Contains(answer, Assert.Throws<FormatException>(() => Snapshot.Parse(text)).Message);
}
