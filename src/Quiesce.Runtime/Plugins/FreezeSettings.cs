using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Freezing.Mounts;

namespace Quiesce.Runtime.Plugins;

/// <summary>What the agent's <c>vmbackup.conf</c> says about freezing. The file may be absent, and so may either setting.</summary>
internal sealed record FreezeSettings
{
    private const string Section = "SnapshotThread";
    private const string Timeout = "timeout";
    private const string MountsToSkip = "MountsToSkip";

    /// <summary>How long anything may stay frozen.</summary>
    public TimeSpan? Limit { get; private init; }

    /// <summary>What the agent leaves out of the mounts that it would freeze, in the kernel's spelling.</summary>
    public IReadOnlyList<string> SkippedMounts { get; private init; } = [];

    public IReadOnlyList<Remark> Remarks { get; private init; } = [];

    /// <exception cref="OutcomeException">The file is not root's alone to write, or is malformed.</exception>
    public static FreezeSettings Read(HostPlaces places)
    {
        if (!File.Exists(places.AgentFile))
            return new FreezeSettings();

        using TrustedFile file = TrustedFile.Open(places.AgentFile, FileRole.HostFile);
        var settings = new IniFile(places.AgentFile, file.ReadAtMost(IniFile.MostBytes));
        IniEntry? skipped = settings.Find(Section, MountsToSkip);
        string[] mounts = [.. (skipped?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(MountPath.Spelt)];
        return new FreezeSettings
        {
            Limit = settings.Find(Section, Timeout) is { } timeout ? LimitOf(timeout) : null,
            SkippedMounts = [.. mounts.Where(mount => mount != "/")],
            Remarks = mounts.Contains("/") ? [new Remark(skipped!.ValuePlace, $"{MountsToSkip} cannot name '/'; it is frozen with the others")] : [],
        };
    }

    /// <summary>Azure's host takes any number, and waits for ever with one that is none.</summary>
    private static TimeSpan LimitOf(IniEntry timeout) => timeout.IntegerBetween(Limits.MinFreezeLimitInSeconds, Limits.MaxFreezeLimitInSeconds) is { } seconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new OutcomeException(
            OutcomeCatalogue.HostFileMalformed,
            new Remark(timeout.ValuePlace, $"{timeout.Key} is '{timeout.Value}'; it must be an integer from {Limits.MinFreezeLimitInSeconds} to {Limits.MaxFreezeLimitInSeconds}"));
}
