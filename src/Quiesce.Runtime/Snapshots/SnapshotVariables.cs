using System;
using System.Collections;
using System.Collections.Generic;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>What programs of a snapshot find in their environment: the caller's own variables, and which run they belong to.</summary>
internal static class SnapshotVariables
{
    public static string MarkOf(SnapshotContext context) => new ScriptEnvironment(context.RunId, context.Profile).Mark("snapshot");

    public static IReadOnlyList<string> Of(SnapshotContext context) =>
    [
        .. OwnVariables(),
        $"QUIESCE_RUN_ID={context.RunId}",
        $"QUIESCE_PROFILE={context.Profile}",
        MarkOf(context),
    ];

    private static IEnumerable<string> OwnVariables()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            yield return $"{variable.Key}={variable.Value}";
    }
}
