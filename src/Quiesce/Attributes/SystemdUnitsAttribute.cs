using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// Services that do not run while the snapshot is taken: the pre script stops, in this order, those that run, and exactly these are started again in reverse – also when the lease ran out or
/// a script was killed. So is what else runs and stops with them, because it requires one of them or is part of it. A unit that is not there, is masked, cannot be started by hand, or is just
/// being stopped makes the pre script fail before the first is stopped. (Source: systemctl(1), systemd.unit(5).)
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
