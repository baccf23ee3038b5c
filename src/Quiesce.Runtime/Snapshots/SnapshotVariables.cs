using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>What programs of a snapshot find in their environment: the caller's own variables, and which run they belong to.</summary>
internal static class SnapshotVariables
{
    public static string MarkOf(SnapshotContext context) => new ScriptEnvironment(context.RunId, context.Profile).Mark("snapshot");

    public static IReadOnlyList<string> Of(SnapshotContext context) =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => $"{variable.Key}={variable.Value}"),
        $"QUIESCE_RUN_ID={context.RunId}",
        $"QUIESCE_PROFILE={context.Profile}",
        MarkOf(context),
    ];
}
