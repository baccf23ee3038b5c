using System;
using System.Linq;

namespace Quiesce.Contract.Profiles;

/// <summary>
/// Which versions of the servers that <see cref="EngineSpec.IsVerifiedOnRealServer"/> speaks of the compiled scripts were run against. The tests in EndToEnd are the source.
/// </summary>
internal static class VerifiedServers
{
    private static readonly (string Kind, string[] Versions)[] Table =
    [
        ("mariadb", ["10.11"]),
        ("mysql", ["9.7"]),
        ("postgresql", ["12", "14", "15", "17", "18"]),
        ("redis", ["7.0"]),
    ];

    /// <summary>Whether this version's series was: <c>10.11.6-MariaDB</c> is of the series <c>10.11</c>.</summary>
    public static bool Covers(string kind, string version) => Table.Any(row => row.Kind == kind && row.Versions.Any(series => IsOf(series, version)));

    private static bool IsOf(string series, string version)
        => version.StartsWith(series, StringComparison.Ordinal) && (version.Length == series.Length || !char.IsDigit(version[series.Length]));
}
