using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// Services that do not run while the snapshot is taken: the pre script stops, in this order, those that run, and exactly these are started again in reverse – also when the lease ran out or
/// a script was killed. (Source: systemctl(1).)
/// </summary>
/// <param name="name">The engine's name in logs and records.</param>
/// <param name="units">The units, each with its suffix: <c>orders-worker.service</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class SystemdUnitsAttribute(string name, params string[] units) : EngineAttribute(name)
{
    /// <summary>The units, in the order in which they are stopped.</summary>
    public string[] Units { get; } = units;

    /// <summary>How long stopping one unit may take, in seconds, and starting it again. At least 1 and below the script's time limit; default 10.</summary>
    public int StopTimeoutInSeconds { get; set; }
}
