using System.Collections.Generic;
using System.Text.Json;

namespace Quiesce.Runtime.Reporting;

/// <summary>Everything there is to know about one run. All times are milliseconds of <c>CLOCK_BOOTTIME</c>, which nobody can set back.</summary>
internal sealed record RunReport
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    public required string RunId { get; init; }

    /// <summary>The profile's name; empty for a configuration that no profile was compiled into, several names with a blank between them for a host with several.</summary>
    public required string Profile { get; init; }

    /// <summary>What was run, or was refused, in the host's order; empty where nothing says what that would be.</summary>
    public required IReadOnlyList<ReportedPlugin> Plugins { get; init; }

    /// <summary>The wall clock's time at the start, in UTC: to find the run by, not to compute with.</summary>
    public required string StartedAt { get; init; }

    /// <summary>Whether the whole way was gone without a snapshot. The level is then what a snapshot would have been worth.</summary>
    public bool IsRehearsal { get; init; }

    public required ReportedOutcome Outcome { get; init; }

    /// <summary><c>application</c>, <c>file-system</c>, <c>crash</c>, <c>none</c> when there is no snapshot, or <c>unknown</c> when another host ran the scripts.</summary>
    public required string Level { get; init; }

    /// <summary>Why the level is what it is, an entry an engine.</summary>
    public required IReadOnlyList<ReportedProof> Proof { get; init; }

    public required IReadOnlyList<ReportedPhase> Phases { get; init; }

    /// <summary>How long the application could not write: from the first hold, or the freeze, to the last release. Absent where nothing stood still.</summary>
    public required ReportedInterval? Stall { get; init; }

    public required IReadOnlyList<ReportedMount> Mounts { get; init; }

    public required IReadOnlyList<ReportedScript> Scripts { get; init; }

    public required ReportedSnapshot? Snapshot { get; init; }

    /// <summary>What the compiled scripts recorded themselves – holds, coordinates, versions –, an entry a profile.</summary>
    public required IReadOnlyList<JsonElement> Records { get; init; }

    /// <summary>What went wrong beside the outcome, and what is odd without being wrong.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
