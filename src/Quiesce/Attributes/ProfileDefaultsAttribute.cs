using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// Values shared by every profile of the assembly: what a <see cref="ConsistencyProfileAttribute"/> does not set itself, it takes from here.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class ProfileDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="ConsistencyProfileAttribute.TimeoutInSeconds"/>
    public int TimeoutInSeconds { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.ContinueBackupOnFailure"/>
    public bool ContinueBackupOnFailure { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.FsFreezeEnabled"/>
    public bool FsFreezeEnabled { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.ScriptsExecutionPollTimeSeconds"/>
    public int ScriptsExecutionPollTimeSeconds { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.PreScriptNoOfRetries"/>
    public int PreScriptNoOfRetries { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.PostScriptNoOfRetries"/>
    public int PostScriptNoOfRetries { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.LeaseInSeconds"/>
    public int LeaseInSeconds { get; set; }

    /// <inheritdoc cref="ConsistencyProfileAttribute.FreezeLimitInSeconds"/>
    public int FreezeLimitInSeconds { get; set; }
}
