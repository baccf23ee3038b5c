using System.Collections.Generic;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Configuration;

/// <summary>Turns the setting that a rule blames into the place where a deployed profile says it: in the host's JSON, or in profile.json.</summary>
internal sealed class SettingPlaces(JsonPlaces? config, JsonPlaces? manifest)
{
    public FilePlace Of(Violation violation)
    {
        foreach (string pointer in Pointers(violation.Setting))
        {
            // profile.json first: a stray member of the host's JSON may have the name of one of its own.
            if ((manifest?.Has(pointer) == true ? manifest : config?.Has(pointer) == true ? config : null) is { } places)
                return places.Of(pointer, violation.Range?.Start);
        }

        return (config ?? manifest)!.Start;
    }

    /// <summary>Where the setting may stand, the most exact first. JSON has the attribute properties' names, all but one with a small first letter.</summary>
    private static IEnumerable<string> Pointers(SettingPath setting)
    {
        string part = setting.Part switch
        {
            ProfilePart.Engine => $"/engines/{setting.Index}",
            ProfilePart.Step => $"/steps/{setting.Index}",
            _ => "",
        };
        if (setting.Name == "")
            return [part];

        string name = $"{part}/{char.ToLowerInvariant(setting.Name[0])}{setting.Name[1..]}";
        return setting switch
        {
            { Part: ProfilePart.Profile, Name: nameof(RunSettings.Mounts) } => [$"/ownMounts/{setting.Element}", "/ownMounts"],
            { Part: ProfilePart.Step, Name: nameof(StepSpec.Undo) } => [name + "/text", name, part],
            _ => [$"{name}/{setting.Element}", name, $"{part}/{setting.Name}", part],
        };
    }
}
