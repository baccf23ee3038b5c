using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Tests;
using Quiesce.Runtime.Tests.Freezing.Scratch;

namespace Quiesce.Cli.Tests;

/// <summary>A machine as an image of one has it: a folder with a systemd and this executable in it, and builds beside it.</summary>
internal sealed class Machine : IDisposable
{
    public const string Config = "/etc/azure/VMSnapshotScriptPluginConfig.json";

    private readonly ScratchFolder _root = new();
    private readonly ScratchFolder _builds = new();

    public Machine()
    {
        Privileges.RequireRoot();
        Directory.CreateDirectory(In("/usr/lib/systemd/system"));
        Directory.CreateDirectory(In(Path.GetDirectoryName(CommandLine.Executable)!));
        File.Copy(CommandLine.Executable, Program);
    }

    /// <summary>A profile of which no rule has anything to say, under another name.</summary>
    public static ProfileSpec Profile(string name) => CompiledProfile.Sample with { Name = name };

    public string Program => In(CommandLine.Executable);

    /// <summary>Where the machine has a file.</summary>
    public string In(string path) => _root.Path + path;

    public string ScriptFolder(string profile) => Directory.GetDirectories(In("/usr/local/lib/quiesce/" + profile)).Single();

    /// <summary>All that is there but what the machine came with.</summary>
    public string[] Files => [.. Directory.GetFiles(_root.Path, "*", SearchOption.AllDirectories).Where(file => file != Program).Select(file => file[_root.Path.Length..]).Order(StringComparer.Ordinal)];

    public string Build(ProfileSpec profile)
    {
        string folder = Directory.CreateDirectory(_builds.At(Path.GetRandomFileName())).FullName;
        CompiledProfile.Write(folder, profile);
        return folder;
    }

    public (int ExitCode, string Output, string Error) Install(ProfileSpec profile) => Quiesce("install", Build(profile));

    public (int ExitCode, string Output, string Error) Quiesce(params string[] arguments) => CommandLine.Run([.. arguments, "--root", _root.Path]);

    /// <summary>Without this program, as on a machine that has none.</summary>
    public void InstallByScript(ProfileSpec profile) => Tool.Run("sh", Path.Combine(Build(profile), "install.sh"), "--root", _root.Path);

    public JsonElement Status(string profile) => JsonDocument.Parse(Quiesce("status", "--json").Output).RootElement.GetProperty("profiles").EnumerateArray()
        .Single(status => status.GetProperty("name").GetString() == profile);

    public void Dispose()
    {
        _root.Dispose();
        _builds.Dispose();
    }
}
