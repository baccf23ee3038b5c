using System;
using System.IO;
using Microsoft.Build.Framework;

namespace Quiesce.Build;

/// <summary>Writes what the generator left in the compiled assembly to a folder; with a rejected profile it writes nothing and fails.</summary>
public sealed class WriteArtifacts : BuildStep
{
    /// <summary>The assembly that has just been compiled.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The folder to fill. It holds nothing but artefacts.</summary>
    [Required]
    public string Folder { get; set; } = "";

    private protected override bool Run()
    {
        var profiles = ReadProfiles();
        foreach (var rejection in profiles.Rejections)
            Report(rejection.Id, $"{rejection.Type}: {rejection.Message}");
        if (profiles.Rejections.Count > 0)
            return false;
        new ArtifactFolder(Folder).MakeHold(profiles.Artifacts);
        return true;
    }

    private CompiledProfiles ReadProfiles()
    {
        try
        {
            return CompiledProfilesReader.Read(Assembly);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            throw BuildError.UnreadableRecord($"'{Assembly}': {failure.Message}");
        }
    }
}
