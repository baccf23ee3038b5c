using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;
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

    private HostPlaces Places => new(_machine.Path);

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

    [Theory]
    [InlineData("VMSnapshotScriptPluginConfig.json", "profile")]
    [InlineData("profile.json", "profile")]
    public void A_FIFO_in_a_files_place_is_refused_without_waiting_for_a_writer(string file, string subject)
    {
        CompiledProfile.Write(_build, CompiledProfile.Sample with { Engines = default });
        File.Delete(_build.At(file));
        Tool.Run("mkfifo", _build.At(file));

        Assert.Contains(Doctor.Examine(Places, Patients.Of(_build.Path, Places)), diagnosis => diagnosis.Subject == subject && diagnosis.Message.Contains("not a regular file", StringComparison.Ordinal));
    }

    [Fact]
    public void A_machine_without_a_configuration_is_told_so()
    {
        Assert.Contains(ExamineHost(), diagnosis => diagnosis.Severity == RuleSeverity.Warning && diagnosis.Message.StartsWith($"there is no {Limits.DefaultConfigLocation}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_plugin_of_the_host_is_examined_with_what_it_would_freeze()
    {
        ProfileSpec bare = CompiledProfile.Sample with { Engines = default };
        WriteHost(bare with { Name = "web", Run = bare.Run with { Mounts = (string[])["/srv/web"], RunDirectory = "/run/quiesce/web" } }, bare with { Name = "stock", Run = bare.Run with { Mounts = (string[])["/srv/stock"], RunDirectory = "/run/quiesce/stock" } });

        IReadOnlyList<Runtime.Diagnosis.Diagnosis> all = ExamineHost();

        Assert.Equal(["web", "stock"], all.Where(diagnosis => diagnosis.Profile is not null).Select(diagnosis => diagnosis.Profile!).Distinct());
        foreach (string name in (string[])["web", "stock"])
            Assert.Contains($"'/srv/{name}' is not a mount point", Assert.Single(all, diagnosis => diagnosis.Profile == name && diagnosis.Subject == "mounts").Message);
        Assert.Single(all, diagnosis => diagnosis.Message.StartsWith("root, on Linux", StringComparison.Ordinal));
        Assert.Equal("the host runs 2 at once: web, stock", Assert.Single(all, diagnosis => diagnosis.Subject == "plugins").Message);
    }

    [Fact]
    public void Plugins_that_would_meet_in_one_run_folder_or_disagree_on_the_freeze_are_named()
    {
        ProfileSpec web = CompiledProfile.Sample with { Engines = default, Name = "web" };
        WriteHost(web, web with { Name = "stock", Host = web.Host with { FsFreezeEnabled = false } });

        Runtime.Diagnosis.Diagnosis[] plugins = [.. ExamineHost().Where(diagnosis => diagnosis.Subject == "plugins" && diagnosis.Severity > RuleSeverity.Info)];

        Assert.Equal([RuleSeverity.Error, RuleSeverity.Warning], plugins.Select(diagnosis => diagnosis.Severity));
        Assert.StartsWith("web and stock keep the run under way in the same folder, /run/quiesce/sample", plugins[0].Message);
        Assert.StartsWith("stock set fsFreezeEnabled to false", plugins[1].Message);
    }

    [Fact]
    public void A_plugin_whose_configuration_is_not_there_is_an_error_of_its_own()
    {
        WriteHost(CompiledProfile.Sample with { Name = "web" });
        File.AppendAllText(_machine.At("etc/azure/VMSnapshotPluginHost.conf"), "pluginName1 = gone\npluginPath1 = /x\npluginConfigPath1 = /x/gone.json\n");
        _machine.Write("etc/azure/VMSnapshotPluginHost.conf", File.ReadAllText(_machine.At("etc/azure/VMSnapshotPluginHost.conf")).Replace("numberOfPlugins = 1", "numberOfPlugins = 2", StringComparison.Ordinal), "644");

        Runtime.Diagnosis.Diagnosis gone = Assert.Single(ExamineHost(), diagnosis => diagnosis.Profile == _machine.At("x/gone.json") && diagnosis.Severity == RuleSeverity.Error);

        Assert.Contains("No such file", gone.Message);
    }

    private Runtime.Diagnosis.Diagnosis[] Examine(string subject, ProfileSpec? profile = null)
    {
        CompiledProfile.Write(_build, profile ?? CompiledProfile.Sample with { Engines = default, Run = CompiledProfile.Sample.Run with { Mounts = CompiledProfile.Sample.MountsToFreeze() } });
        return [.. Doctor.Examine(Places, Patients.Of(_build.Path, Places)).Where(diagnosis => diagnosis.Subject == subject)];
    }

    private IReadOnlyList<Runtime.Diagnosis.Diagnosis> ExamineHost() => Doctor.Examine(Places, Patients.Of(path: null, Places));

    /// <summary>The host's configuration with plugins, and the folder of each with the JSON where it names it.</summary>
    private void WriteHost(params ProfileSpec[] profiles)
    {
        string text = $"[pre_post]\nnumberOfPlugins = {profiles.Length}\n";
        foreach ((ProfileSpec profile, int index) in profiles.Select((profile, index) => (profile, index)))
        {
            // A JSON names its scripts by the paths of the machine, which here is a folder.
            string scripts = Path.GetDirectoryName(HostConfigurationReader.Parse("", File.ReadAllBytes(Compile(profile, "build") + "/" + ArtifactNames.Config)).Settings.PreScriptLocation)!;
            Compile(profile, scripts.TrimStart('/'));
            text += $"pluginName{index} = {profile.Name}\npluginPath{index} = /etc/azure\npluginConfigPath{index} = {scripts}/{ArtifactNames.Config}\n";
        }

        Directory.CreateDirectory(_machine.At("etc/azure"));
        _machine.Write("etc/azure/VMSnapshotPluginHost.conf", text, "644");
    }

    private string Compile(ProfileSpec profile, string folder)
    {
        CompiledProfile.Write(Directory.CreateDirectory(_machine.At(folder)).FullName, profile);
        return _machine.At(folder);
    }
}
