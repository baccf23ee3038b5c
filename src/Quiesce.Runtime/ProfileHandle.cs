using System;

namespace Quiesce.Runtime;

/// <summary>
/// A compiled profile as a program holds it: the generated part of a profile's class has one as <c>Profile</c>, wherever the project references this assembly. It is run by
/// <see cref="ProfileRuns.RunAsync(ProfileHandle, Snapshots.ISnapshotProvider, System.Threading.CancellationToken)"/>, and tried without any engine by <see cref="Testing.StandInMachine"/>.
/// </summary>
/// <param name="name">The profile's name, as its attribute gives it.</param>
/// <param name="configJson">The JSON that the host reads.</param>
/// <param name="preScript">The script that brings the engines to rest.</param>
/// <param name="postScript">The script that releases them.</param>
/// <param name="profileJson">What the host's JSON has no place for, with the digests of the other texts.</param>
public sealed class ProfileHandle(string name, string configJson, string preScript, string postScript, string profileJson)
{
    /// <summary>The profile's name, as its attribute gives it.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    internal string ConfigJson { get; } = configJson ?? throw new ArgumentNullException(nameof(configJson));

    internal string PreScript { get; } = preScript ?? throw new ArgumentNullException(nameof(preScript));

    internal string PostScript { get; } = postScript ?? throw new ArgumentNullException(nameof(postScript));

    internal string ProfileJson { get; } = profileJson ?? throw new ArgumentNullException(nameof(profileJson));
}
