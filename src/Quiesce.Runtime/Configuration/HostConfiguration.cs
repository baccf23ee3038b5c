using System;
using System.Collections.Generic;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

/// <summary>What the host's JSON asks for, with the documented default wherever it is silent.</summary>
internal sealed record HostConfiguration
{
    /// <summary>The file's own name on every host.</summary>
    public const string FileName = "VMSnapshotScriptPluginConfig.json";

    public required HostSettings Settings { get; init; }

    /// <summary>What is odd about the file without being wrong.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    /// <summary>Where the file says what it says.</summary>
    public required JsonPlaces Places { get; init; }

    public TimeSpan Timeout => TimeSpan.FromSeconds(Settings.TimeoutInSeconds ?? Limits.DefaultTimeoutInSeconds);

    public TimeSpan PollTime => TimeSpan.FromSeconds(Settings.ScriptsExecutionPollTimeSeconds ?? Limits.DefaultPollTimeInSeconds);

    public int PreScriptRetries => Settings.PreScriptNoOfRetries ?? Limits.DefaultRetries;

    public int PostScriptRetries => Settings.PostScriptNoOfRetries ?? Limits.DefaultRetries;

    public bool ContinueBackupOnFailure => Settings.ContinueBackupOnFailure ?? Limits.DefaultContinueBackupOnFailure;

    public bool FsFreezeEnabled => Settings.FsFreezeEnabled ?? Limits.DefaultFsFreezeEnabled;

    /// <summary>What rules can judge of the file alone: what it does not say stays unknown.</summary>
    public ProfileSpec ToSpec() => new() { Name = null, TypeName = "", Host = Settings, Run = new RunSettings() };
}
