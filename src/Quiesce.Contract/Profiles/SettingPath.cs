namespace Quiesce.Contract.Profiles;

/// <summary>Which part of a profile a setting belongs to.</summary>
internal enum ProfilePart
{
    Profile,
    Engine,
    Step,
}

/// <summary>
/// Names one setting of a profile, wherever it is written: as an attribute's argument, in the host's JSON, or in profile.json. Whoever reports a violation turns it into a place.
/// </summary>
/// <param name="Part">The part the setting belongs to.</param>
/// <param name="Index">Which engine or step, in the order of the source; 0 for the profile itself.</param>
/// <param name="Name">The attribute property's name; empty for the part as a whole.</param>
/// <param name="Element">Which element of an array, or -1 for the setting as a whole.</param>
internal readonly record struct SettingPath(ProfilePart Part, int Index, string Name, int Element = -1)
{
    public static SettingPath OfProfile(string name, int element = -1) => new(ProfilePart.Profile, 0, name, element);

    public static SettingPath OfEngine(int index, string name = "", int element = -1) => new(ProfilePart.Engine, index, name, element);

    public static SettingPath OfStep(int index, string name = "") => new(ProfilePart.Step, index, name);
}
