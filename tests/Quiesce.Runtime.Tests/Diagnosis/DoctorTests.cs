using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Diagnosis;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Runtime.Tests.Diagnosis;

/// <summary>What the doctor says of a machine's files, on a machine below a folder. Engines are examined in EndToEnd, on real servers.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly ScratchFolder _machine = new();
    private readonly ScratchFolder _build = new();

    public DoctorTests() => Privileges.RequireRoot();

    public void Dispose()
    {
        _machine.Dispose();
        _build.Dispose();
    }

    /// <summary>A file of the machine, its text, and what is to be said because of it.</summary>
    [Theory]
    [InlineData("/etc/azure/VMSnapshotPluginConfig.json", "{}", nameof(RuleSeverity.Warning), "name of the first releases")]
    [InlineData("/etc/azure/workload.conf", "[workload]\nworkload_name = oracle\n", nameof(RuleSeverity.Warning), "names the workload 'oracle'")]
    [InlineData("/etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout = 20\n", nameof(RuleSeverity.Warning), "the agent thaws after 20 s, the profile allows the snapshot 60 s")]
    [InlineData("/etc/azure/vmbackup.conf", "[SnapshotThread]\ntimeout = long\n", nameof(RuleSeverity.Error), "timeout is 'long'")]
    [InlineData("/etc/azure/vmbackup.conf", "[SnapshotThread]\nMountsToSkip = /srv/other,/srv/files\n", nameof(RuleSeverity.Error), "leaves out /srv/files")]
    [InlineData("/etc/azure/VMSnapshotPluginHost.conf", "[pre_post]\nnumberOfPlugins = 0\n", nameof(RuleSeverity.Error), "numberOfPlugins is '0'")]
    public void A_file_of_the_agent_that_spoils_the_backup_is_named(string path, string text, string severity, string expected)
    {
        Assert.DoesNotContain(Examine("agent"), diagnosis => diagnosis.Severity > RuleSeverity.Info);
        string file = _machine.Path + path;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _machine.Write(path.TrimStart('/'), text);

        Runtime.Diagnosis.Diagnosis diagnosis = Assert.Single(Examine("agent"), diagnosis => diagnosis.Severity > RuleSeverity.Info);

        Assert.Equal(severity, diagnosis.Severity.ToString());
        Assert.Contains(expected, diagnosis.Message);
        Assert.NotNull(diagnosis.Remedy);
    }

    [Fact]
    public void Of_the_extensions_versions_the_newest_by_number_is_the_one_at_work()
    {
        foreach (string version in (string[])["1.0.9.0", "1.0.10.0"])
            Directory.CreateDirectory(_machine.At("var/lib/waagent/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-" + version));
        Directory.CreateDirectory(_machine.At("var/lib/waagent/WALinuxAgent-2.9.1.1"));

        Assert.Equal("Azure's backup extension 1.0.10.0, agent 2.9.1.1", Examine("agent")[0].Message);
    }

    [Fact]
    public void A_mount_that_is_none_is_an_error_that_says_where_it_would_lie()
    {
        Runtime.Diagnosis.Diagnosis[] errors = [.. Examine("mounts").Where(diagnosis => diagnosis.Severity == RuleSeverity.Error)];

        Assert.Equal(CompiledProfile.Sample.MountsToFreeze().Count, errors.Length);
        Assert.All(errors, error => Assert.Contains("is not a mount point; it would lie on '", error.Message));
    }

    [Fact]
    public void A_mount_that_can_be_frozen_is_fine_and_nothing_happens_to_it()
    {
        FreezeScene.RequireRootAndLoops();
        using ScratchFileSystem system = ScratchFileSystem.Ext4();
        ProfileSpec profile = CompiledProfile.Sample with { Engines = default, Run = CompiledProfile.Sample.Run with { Mounts = (string[])[system.MountPoint] } };

        Runtime.Diagnosis.Diagnosis mount = Assert.Single(Examine("mounts", profile));

        Assert.Equal(RuleSeverity.Info, mount.Severity);
        Assert.StartsWith($"{system.MountPoint} is ext4 on ", mount.Message);
        Assert.Contains(system.Image, mount.Message);
        Assert.False(system.IsFrozen());
    }

    [Fact]
    public void A_rule_that_the_files_break_is_told_with_its_place()
    {
        ProfileSpec profile = CompiledProfile.Sample with { Host = CompiledProfile.Sample.Host with { TimeoutInSeconds = Limits.MaxTimeoutInSeconds + 1 } };

        Runtime.Diagnosis.Diagnosis broken = Assert.Single(Examine("profile", profile), diagnosis => diagnosis.Severity == RuleSeverity.Error);

        Assert.StartsWith(_build.At("VMSnapshotScriptPluginConfig.json:"), broken.Message);
        Assert.Contains("1801", broken.Message);
    }

    [Fact]
    public void A_machine_without_a_configuration_is_told_so()
    {
        IReadOnlyList<Runtime.Diagnosis.Diagnosis> all = Doctor.Examine(Patient.Of(path: null, new HostPlaces(_machine.Path)));

        Assert.Contains(all, diagnosis => diagnosis.Severity == RuleSeverity.Warning && diagnosis.Message.StartsWith($"there is no {Limits.DefaultConfigLocation}", StringComparison.Ordinal));
    }

    private Runtime.Diagnosis.Diagnosis[] Examine(string subject, ProfileSpec? profile = null)
    {
        CompiledProfile.Write(_build, profile ?? CompiledProfile.Sample with { Engines = default, Run = CompiledProfile.Sample.Run with { Mounts = CompiledProfile.Sample.MountsToFreeze() } });
        return [.. Doctor.Examine(Patient.Of(_build.Path, new HostPlaces(_machine.Path))).Where(diagnosis => diagnosis.Subject == subject)];
    }
}
