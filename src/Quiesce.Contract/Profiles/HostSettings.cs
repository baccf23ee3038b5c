namespace Quiesce.Contract.Profiles;

/// <summary>The facts of the host's JSON, under its own names. The plugin's name is not among them: it never changes (<see cref="Limits.PluginName"/>).</summary>
internal sealed record HostSettings
{
    /// <summary><see langword="null"/> where the profile leaves it to the compiler, which derives it from the scripts' hash.</summary>
    public string? PreScriptLocation { get; init; }

    /// <inheritdoc cref="PreScriptLocation"/>
    public string? PostScriptLocation { get; init; }

    public EquatableArray<string> PreScriptParams { get; init; }

    public EquatableArray<string> PostScriptParams { get; init; }

    public int? PreScriptNoOfRetries { get; init; }

    public int? PostScriptNoOfRetries { get; init; }

    public int? TimeoutInSeconds { get; init; }

    public bool? ContinueBackupOnFailure { get; init; }

    public bool? FsFreezeEnabled { get; init; }

    public int? ScriptsExecutionPollTimeSeconds { get; init; }
}
