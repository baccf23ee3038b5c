using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Running;

/// <summary>Devices count, not mounts: the record says on which file system each directory was found.</summary>
public sealed class EngineFilesTests
{
    private static readonly RecordedDirectory s_data = new("/srv/pg/data", "/srv/pg", "253:0");
    private static readonly RecordedDirectory s_wal = new("/srv/wal", "/srv/wal", "253:1");

    [Fact]
    public void Every_directory_on_a_frozen_device_is_what_the_claim_needs() =>
        Assert.Null(EngineFiles.WhatDidNotStandStill(Recorded(s_data, s_wal), Engine("/srv/pg"), [Frozen("/srv/pg", 0), Frozen("/srv/wal", 1)]));

    [Fact]
    public void A_directory_on_a_device_that_was_not_frozen_costs_the_claim_though_every_declared_mount_was() =>
        Assert.Equal(
            "not frozen: /srv/wal on /srv/wal (device 253:1)",
            EngineFiles.WhatDidNotStandStill(Recorded(s_data, s_wal), Engine("/srv/pg"), [Frozen("/srv/pg", 0)]));

    [Fact]
    public void A_device_that_was_frozen_by_another_of_its_names_is_frozen() =>
        Assert.Null(EngineFiles.WhatDidNotStandStill(Recorded(s_data), Engine("/srv/pg"), [Frozen("/mnt/disk", 0)]));

    [Fact]
    public void Where_no_directory_is_recorded_the_profiles_word_counts()
    {
        Assert.Null(EngineFiles.WhatDidNotStandStill(Recorded(), Engine("/srv/pg"), [Frozen("/srv/pg", 0)]));
        Assert.Equal("not frozen: /srv/wal", EngineFiles.WhatDidNotStandStill(Recorded(), Engine("/srv/pg", "/srv/wal"), [Frozen("/srv/pg", 0)]));
    }

    [Fact]
    public void Where_nobody_says_where_the_files_are_a_freeze_of_something_proves_nothing() =>
        Assert.Contains("neither", EngineFiles.WhatDidNotStandStill(Recorded(), Engine(), [Frozen("/srv/pg", 0)]));

    private static RecordedEngine Recorded(params RecordedDirectory[] directories) => new("ledger", "atomic", Directories: directories);

    private static ManifestEngine Engine(params string[] mounts) => new() { Kind = "postgresql", Name = "ledger", Proof = "atomic", Mounts = mounts };

    private static MountPlace Frozen(string mountPoint, uint minor) => new(mountPoint, new DeviceNumber(253, minor));
}
