using System.Collections.Generic;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Installation;

internal enum InstallationEnd
{
    Done,

    /// <summary>The profile breaks a rule, or its files are not what was built; nothing was changed.</summary>
    Refused,

    /// <summary>A run of the profile is under way; nothing was changed.</summary>
    RunUnderWay,

    /// <summary>Something could not be written.</summary>
    Failed,
}

/// <summary>What an installation, or the end of one, has done.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Profile">The profile's name; <see langword="null"/> when it could not be read.</param>
/// <param name="Messages">What was done, or would be, in order.</param>
/// <param name="Problem">Why it failed; <see langword="null"/> when it did not.</param>
internal sealed record InstallationResult(InstallationEnd End, string? Profile, IReadOnlyList<string> Messages, string? Problem = null)
{
    /// <summary>What is to be said of the profile's files.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
