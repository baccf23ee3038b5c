using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.Contract.Tests.Artifacts;

/// <summary>Runs the compiled install.sh for real, below a folder of the test's own.</summary>
public sealed class InstallScriptTests : IDisposable
{
    private const UnixFileMode OwnerRunsOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerReadsOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-install-").FullName;

    private string Root => Path.Combine(_folder, "root");

    private string InstalledConfig => Root + Limits.DefaultConfigLocation;

    public InstallScriptTests()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "install.sh gives files to root: run the tests as root");
        Directory.CreateDirectory(Root);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("dash")]
    [InlineData("bash", "--posix")]
    [InlineData("busybox", "sh")]
    public void Installing_puts_every_file_in_place_and_undoing_leaves_nothing(params string[] shell)
    {
        var build = Build(SampleProfiles.WebShop);

        Assert.Equal(0, Install(build, shell).ExitCode);

        var scripts = Path.GetDirectoryName(InstalledScript("preScriptLocation"))!;
        Assert.Equal(OwnerReadsOnly, File.GetUnixFileMode(InstalledConfig));
        Assert.Equal(OwnerRunsOnly, File.GetUnixFileMode(Path.Combine(scripts, "pre.sh")));
        Assert.Equal(OwnerRunsOnly, File.GetUnixFileMode(Path.Combine(scripts, "post.sh")));
        Assert.Equal(File.ReadAllText(Path.Combine(build, "pre.sh")), File.ReadAllText(Path.Combine(scripts, "pre.sh")));
        Assert.Equal(OwnerReadsOnly, File.GetUnixFileMode(Path.Combine(scripts, "profile.json")));

        Assert.Equal(0, Install(build, shell, "--undo").ExitCode);
        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetDirectories(Root, "*quiesce*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Undoing_puts_back_the_configuration_that_stood_there_before()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InstalledConfig)!);
        File.WriteAllText(InstalledConfig, "written by hand");

        Install(Build(SampleProfiles.WebShop));
        Install(Build(Changed(1)));
        Install(Build(Changed(1)), [], "--undo");

        Assert.Equal("written by hand", File.ReadAllText(InstalledConfig));
    }

    [Fact]
    public void Undoing_leaves_alone_the_configuration_of_a_profile_that_was_installed_later()
    {
        var build = Build(SampleProfiles.WebShop);
        Install(build);
        Install(Build(Other));
        var others = File.ReadAllText(InstalledConfig);

        Assert.Equal(0, Install(build, [], "--undo").ExitCode);

        Assert.Equal(others, File.ReadAllText(InstalledConfig));
    }

    [Fact]
    public void Undoing_puts_back_no_configuration_of_a_profile_that_is_gone()
    {
        string[] builds = [Build(SampleProfiles.WebShop), Build(Other)];
        foreach (var build in builds)
            Install(build);

        foreach (var build in builds)
            Assert.Equal(0, Install(build, [], "--undo").ExitCode);

        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_was_installed_can_undo_itself_without_its_build()
    {
        var build = Build(SampleProfiles.WebShop);
        Install(build);
        Directory.Delete(build, recursive: true);

        Assert.Equal(0, Install(Path.GetDirectoryName(InstalledScript("preScriptLocation"))!, [], "--undo").ExitCode);

        Assert.Empty(Directory.GetFiles(Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void An_installation_is_noted_with_its_time_and_who_made_it()
    {
        Install(Build(SampleProfiles.WebShop));

        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z [^ ]+\n$", File.ReadAllText($"{Root}{Limits.DefaultStateDirectory}/installed/web-shop/when-by"));
    }

    [Fact]
    public void Only_the_version_before_the_last_is_kept()
    {
        foreach (var version in new[] { 1, 2, 3 })
            Install(Build(Changed(version)));

        Assert.Equal(2, Directory.GetDirectories(Root + Limits.DefaultScriptFolder + "/web-shop").Length);
        Assert.True(File.Exists(InstalledScript("preScriptLocation")));
    }

    [Fact]
    public void A_file_that_is_not_the_one_that_was_built_is_refused()
    {
        var build = Build(SampleProfiles.WebShop);
        File.AppendAllText(Path.Combine(build, "post.sh"), "true\n");

        var install = Install(build);

        Assert.Equal(1, install.ExitCode);
        Assert.Contains("not the ones it was built with", install.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Root));
    }

    [Fact]
    public void During_a_run_nothing_is_changed()
    {
        var runDirectory = Directory.CreateDirectory(Root + SampleProfiles.WebShop.Run.RunDirectory).FullName;
        // Holds the run's lock as its scripts do, until its standard input is closed.
        using var run = Process.Start(new ProcessStartInfo("flock", [Path.Combine(runDirectory, "lock"), "sh", "-c", "echo held; read -r _"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", run.StandardOutput.ReadLine());

        var install = Install(Build(SampleProfiles.WebShop));
        run.StandardInput.Close();
        run.WaitForExit();

        Assert.Equal(3, install.ExitCode);
        Assert.Contains("is under way", install.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(InstalledConfig));
    }

    [Fact]
    public void A_dry_run_writes_nothing()
    {
        var install = Install(Build(SampleProfiles.WebShop), [], "--dry-run");

        Assert.Equal(0, install.ExitCode);
        Assert.Contains("would write", install.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Root));
    }

    private static ProfileSpec Other => SampleProfiles.WebShop with { Name = "other-shop" };

    private static ProfileSpec Changed(int version)
        => SampleProfiles.WebShop with { Run = SampleProfiles.WebShop.Run with { LeaseInSeconds = Limits.DefaultLeaseInSeconds + version } };

    private string Build(ProfileSpec profile)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, Path.GetRandomFileName())).FullName;
        foreach (var artifact in ArtifactCompiler.Compile(profile))
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(artifact.Path)), ArtifactCompiler.TextOf(artifact), new UTF8Encoding(false));
        return folder;
    }

    private string InstalledScript(string field)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(InstalledConfig));
        return Root + json.RootElement.GetProperty(field).GetString();
    }

    private (int ExitCode, string Output, string Error) Install(string build, string[]? shell = null, params string[] arguments)
    {
        string[] command = [.. shell is { Length: > 0 } ? shell : ["sh"], Path.Combine(build, "install.sh"), "--root", Root, .. arguments];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
