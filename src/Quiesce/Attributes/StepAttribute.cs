using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>
/// A step of the author's own: a <c>const string</c> of POSIX shell, run by the scripts with its own time limit. Steps run in the order of the source,
/// in a session of their own, as the user of the scripts, with the working directory <c>/</c> and the umask 022 whatever the host's is.
/// A step must not become a daemon's parent: services are started by their manager (<c>systemctl start</c>), because <c>quiesce run</c> ends whatever a script that failed has started.
/// </summary>
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public abstract class StepAttribute : Attribute
{
    private protected StepAttribute()
    {
    }

    /// <summary>Time limit of the step, in seconds. Range 1 to 1800, and all steps together inside the script's <see cref="ConsistencyProfileAttribute.TimeoutInSeconds"/>; default 10.</summary>
    public int TimeoutInSeconds { get; set; }
}
