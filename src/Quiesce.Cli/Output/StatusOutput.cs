using System.Collections.Generic;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Output;

/// <summary>What <c>quiesce status</c> prints; <see cref="JsonDescription"/> says what a reader may rely on.</summary>
internal static class StatusOutput
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string JsonDescription =
        """
        --json prints one object:
          schemaVersion   1
          thawUnit        "enabled", "disabled", "absent", or "noSystemd"
          profiles        an array, by name, of objects with
            name            the profile's name
            active          true when the JSON that the host reads is this profile's
            hash            the version: the name of the folder with its scripts
            scriptFolder    that folder
            formerFolder    the version before, which is kept; absent when there is none
            configLocation  the JSON that the host reads
            type            the C# class; absent when profile.json is gone
            installedAt     "2026-11-21T05:50:00Z"; absent when it was not noted
            installedBy     who did it: behind sudo, the person; absent likewise
            findings        an array as 'quiesce validate --format json' prints it
        """;

    public static void WriteText(TextWriter output, IReadOnlyList<ProfileStatus> profiles, ThawUnitState unit)
    {
        if (profiles.Count == 0)
            output.WriteLine("no profile is installed; 'quiesce install DIR' does it");
        foreach (ProfileStatus status in profiles)
            WriteText(output, status);
        output.WriteLine($"{ThawUnit.Name}: {Text(unit)}");
    }

    public static string Json(IReadOnlyList<ProfileStatus> profiles, ThawUnitState unit)
    {
        JsonText json = new JsonText().OpenObject().Value("schemaVersion", SchemaVersion).Value("thawUnit", NameOf(unit)).OpenArray("profiles");
        foreach (ProfileStatus status in profiles)
        {
            json.OpenObject()
                .Value("name", status.Profile.Name)
                .Value("active", status.IsActive)
                .Value("hash", status.Profile.Hash)
                .Value("scriptFolder", status.Profile.ScriptFolder)
                .Optional("formerFolder", status.Profile.FormerFolder)
                .Value("configLocation", status.ConfigLocation)
                .Optional("type", status.Profile.Manifest?.Type)
                .Optional("installedAt", status.Profile.InstalledAt)
                .Optional("installedBy", status.Profile.InstalledBy);
            ValidationJson.WriteFindings(json, status.Findings.All);
            json.CloseObject();
        }

        return json.CloseArray().CloseObject().ToString();
    }

    private static void WriteText(TextWriter output, ProfileStatus status)
    {
        InstalledProfile profile = status.Profile;
        output.WriteLine($"{profile.Name} ({(status.IsActive ? "active" : "not active")})");
        Line(output, "installed", profile.InstalledAt is null ? "by an older version, which did not note when" : $"{profile.InstalledAt} by {profile.InstalledBy}");
        Line(output, "JSON", status.ConfigLocation);
        Line(output, "scripts", profile.ScriptFolder);
        if (profile.FormerFolder is { } former)
            Line(output, "before", former);
        foreach (Finding finding in status.Findings.All)
            output.WriteLine("  " + finding);
        output.WriteLine();
    }

    private static void Line(TextWriter output, string name, string value) => output.WriteLine($"  {name,-11} {value}");

    private static string Text(ThawUnitState unit) => unit switch
    {
        ThawUnitState.Enabled => "enabled",
        ThawUnitState.Disabled => $"there, but not enabled; 'systemctl enable {ThawUnit.Name}' does it",
        ThawUnitState.Absent => "not installed; 'quiesce install' does it",
        _ => "there is no systemd here",
    };

    private static string NameOf(ThawUnitState unit) => unit switch
    {
        ThawUnitState.Enabled => "enabled",
        ThawUnitState.Disabled => "disabled",
        ThawUnitState.Absent => "absent",
        _ => "noSystemd",
    };
}
