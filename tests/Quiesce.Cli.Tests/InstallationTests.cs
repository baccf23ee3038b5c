using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Tests.Freezing.Scratch;
using Xunit;

namespace Quiesce.Cli.Tests;

/// <summary><c>quiesce install</c>, <c>uninstall</c> and <c>status</c>, on a machine below a folder.</summary>
public sealed class InstallationTests : IDisposable
{
    private const string Unit = "/etc/systemd/system/quiesce-thaw.service";
    private const string EnabledUnit = "/etc/systemd/system/multi-user.target.wants/quiesce-thaw.service";

    private readonly Machine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void The_verb_leaves_the_files_that_the_script_alone_would_leave_and_the_unit_beside_them()
    {
        using var other = new Machine();
        other.InstallByScript(Machine.Profile("shop"));

        Assert.Equal(0, _machine.Install(Machine.Profile("shop")).ExitCode);

        Assert.Equal([.. other.Files.Append(Unit).Append(EnabledUnit).Order(StringComparer.Ordinal)], _machine.Files);
        Assert.All(other.Files.Where(file => !file.EndsWith("when-by", StringComparison.Ordinal)), file => Assert.Equal(File.ReadAllText(other.In(file)), File.ReadAllText(_machine.In(file))));
    }

    [Fact]
    public void What_is_installed_is_active_and_complained_of_by_nobody()
    {
        _machine.Install(Machine.Profile("shop"));

        Assert.Equal(0, _machine.Quiesce("status").ExitCode);
        JsonElement status = _machine.Status("shop");
        Assert.True(status.GetProperty("active").GetBoolean());
        Assert.Equal(Path.GetFileName(_machine.ScriptFolder("shop")), status.GetProperty("hash").GetString());
        Assert.Equal(Environment.GetEnvironmentVariable("SUDO_USER") ?? Environment.UserName, status.GetProperty("installedBy").GetString());
        Assert.True(DateTimeOffset.TryParse(status.GetProperty("installedAt").GetString(), out _));
    }

    [Fact]
    public void Uninstalling_by_name_needs_no_build_and_leaves_nothing()
    {
        _machine.Install(Machine.Profile("shop"));

        Assert.Equal(0, _machine.Quiesce("uninstall", "shop").ExitCode);

        Assert.Empty(_machine.Files);
        Assert.Equal(0, _machine.Quiesce("status").ExitCode);
    }

    [Fact]
    public void Of_two_profiles_with_one_JSON_the_last_installed_is_active_and_the_other_is_said_not_to_run()
    {
        _machine.Install(Machine.Profile("shop"));

        (_, string output, _) = _machine.Install(Machine.Profile("archive"));

        Assert.Contains("'shop' stays installed, but the host does not run it", output);
        Assert.True(_machine.Status("archive").GetProperty("active").GetBoolean());
        Assert.False(_machine.Status("shop").GetProperty("active").GetBoolean());
        Assert.Equal(6, _machine.Quiesce("status").ExitCode);
    }

    [Fact]
    public void Uninstalling_the_one_that_is_not_active_leaves_the_other_and_the_unit_at_work()
    {
        _machine.Install(Machine.Profile("shop"));
        _machine.Install(Machine.Profile("archive"));

        Assert.Equal(0, _machine.Quiesce("uninstall", "shop").ExitCode);

        Assert.Equal(0, _machine.Quiesce("status").ExitCode);
        Assert.True(File.Exists(_machine.In(Unit)));
    }

    [Theory]
    [InlineData("pre.sh", "echo more >>{0}", 1, "907")]
    [InlineData("post.sh", "rm {0}", 1, "303")]
    [InlineData("post.sh", "chmod 755 {0}", 1, "307")]
    [InlineData("pre.sh", "chown 1 {0}", 1, "306")]
    [InlineData("install.sh", "echo more >>{0}", 1, "907")]
    [InlineData("profile.json", "rm {0}", 1, "907")]
    [InlineData("profile.json", "echo more >>{0}", 1, "907")]
    [InlineData(Machine.Config, "sed -i s/true/false/ {0}", 1, "907")]
    [InlineData(Machine.Config, "echo more >>{0}", 6, "316")]
    [InlineData(Machine.Config, "chmod 644 {0}", 1, "317")]
    [InlineData(Machine.Config, "rm {0}", 6, "316")]
    public void What_was_changed_since_is_found(string file, string change, int exitCode, string id)
    {
        _machine.Install(Machine.Profile("shop"));
        string path = file.StartsWith('/') ? _machine.In(file) : Path.Combine(_machine.ScriptFolder("shop"), file);

        Tool.Run("sh", "-c", string.Format(System.Globalization.CultureInfo.InvariantCulture, change, path));

        Assert.Equal(exitCode, _machine.Quiesce("status").ExitCode);
        JsonElement finding = Assert.Single(_machine.Status("shop").GetProperty("findings").EnumerateArray());
        Assert.Equal((id, Path.GetFileName(file)), (finding.GetProperty("id").GetString(), Path.GetFileName(finding.GetProperty("file").GetString())));
    }

    [Fact]
    public void A_profile_that_breaks_a_rule_is_refused_and_nothing_is_changed()
    {
        string build = _machine.Build(Machine.Profile("shop"));
        File.WriteAllText(Path.Combine(build, "VMSnapshotScriptPluginConfig.json"), File.ReadAllText(Path.Combine(build, "VMSnapshotScriptPluginConfig.json")).Replace(": 60", ": 1801", StringComparison.Ordinal));

        (int exitCode, _, string error) = _machine.Quiesce("install", build);

        Assert.Equal(1, exitCode);
        Assert.Contains(build + "/VMSnapshotScriptPluginConfig.json:", error);
        Assert.Contains("1801", error);
        Assert.Empty(_machine.Files);
    }

    [Fact]
    public void A_folder_that_is_no_profile_is_refused_with_a_reason()
    {
        (int exitCode, _, string error) = _machine.Quiesce("install", "/etc");

        Assert.Equal(1, exitCode);
        Assert.Contains("/etc is not a compiled profile's folder", error);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        (int exitCode, string output, _) = _machine.Quiesce("install", _machine.Build(Machine.Profile("shop")), "--dry-run");

        Assert.Equal(0, exitCode);
        Assert.Contains("would write", output);
        Assert.Empty(_machine.Files);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public void During_a_run_nothing_is_changed(string verb)
    {
        _machine.Install(Machine.Profile("shop"));
        string runDirectory = Directory.CreateDirectory(_machine.In(Machine.Profile("shop").Run.RunDirectory!)).FullName;
        // Holds the run's lock as its scripts do, until its standard input is closed.
        using Process run = Process.Start(new ProcessStartInfo("flock", [Path.Combine(runDirectory, "lock"), "sh", "-c", "echo held; read -r _"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("held", run.StandardOutput.ReadLine());

        (int exitCode, _, string error) = verb == "install" ? _machine.Install(Machine.Profile("shop") with { TypeName = "Changed" }) : _machine.Quiesce("uninstall", "shop");
        run.StandardInput.Close();
        run.WaitForExit();

        Assert.Equal(7, exitCode);
        Assert.Contains("a run of 'shop' is under way", error);
        Assert.Equal(0, _machine.Quiesce("status").ExitCode);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        _machine.Install(Machine.Profile("shop"));

        (int exitCode, _, string error) = _machine.Quiesce("uninstall", "ship");

        Assert.Equal(1, exitCode);
        Assert.Contains("these are: shop", error);
    }

    [Fact]
    public void A_script_that_others_than_root_could_have_written_is_not_run()
    {
        _machine.Install(Machine.Profile("shop"));
        Tool.Run("chmod", "777", Path.Combine(_machine.ScriptFolder("shop"), "install.sh"));

        Assert.Equal(1, _machine.Quiesce("uninstall", "shop").ExitCode);

        Assert.Contains(Machine.Config, _machine.Files);
    }

    [Fact]
    public void The_unit_names_the_program_and_is_enabled()
    {
        _machine.Install(Machine.Profile("shop"));

        Assert.Equal(ThawUnit.Text(CommandLine.Executable), File.ReadAllText(_machine.In(Unit)));
        Assert.Equal(Unit, new FileInfo(_machine.In(EnabledUnit)).LinkTarget);
    }

    [Fact]
    public void No_unit_starts_a_program_as_root_that_others_can_exchange()
    {
        Tool.Run("chmod", "777", _machine.Program);

        (int exitCode, string output, _) = _machine.Install(Machine.Profile("shop"));

        Assert.Equal(0, exitCode);
        Assert.Contains("quiesce-thaw.service is not installed: others than root", output);
        Assert.False(File.Exists(_machine.In(Unit)));
    }
}
