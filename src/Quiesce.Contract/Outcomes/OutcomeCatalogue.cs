using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Quiesce.Contract.Outcomes;

/// <summary>
/// The one catalogue of outcomes, shared by the runtime, its reports and its help. The contract's names and numbers are kept; where the contract names several numbers for one name, each
/// number has its own entry, because it says more.
/// </summary>
internal static partial class OutcomeCatalogue
{
    // Made on first use: the entries are initialised in other files, in an order that the language leaves open.
    public static IReadOnlyList<Outcome> All => field ??=
    [
        Succeeded, Rehearsed,
        FreezeFailed, FreezeTimeout, MountOpenFailed,
        PreScriptFailed, PostScriptFailed, PreScriptNotFound, PostScriptNotFound,
        HostFileMalformed, ConfigMalformed, PreScriptPermissions, PostScriptPermissions, PreScriptTimeout, PostScriptTimeout,
        PreScriptHostTimeout, PostScriptHostTimeout, HostFileNotFound, HostFilePermissions, ConfigNotFound, ConfigPermissions,
        NothingToFreeze, SnapshotFailed, SnapshotTimeout, Cancelled, FreezeNotHeld, ProofMissing, ProfileMismatch, RuleBroken, NotPrivileged, SnapshotImpossible, Skipped, GuardMissing, MachineUnfit, InternalError,
    ];

    /// <summary>Finds by number, or by name whatever its case; several entries may share a name.</summary>
    public static IEnumerable<Outcome> Find(string code)
        => All.Where(outcome => string.Equals(outcome.Name, code, StringComparison.OrdinalIgnoreCase)
            || outcome.Number.ToString(CultureInfo.InvariantCulture) == code);
}
