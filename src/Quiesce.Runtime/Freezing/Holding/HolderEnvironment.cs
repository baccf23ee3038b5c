using System;
using System.Collections;
using System.Collections.Generic;

namespace Quiesce.Runtime.Freezing.Holding;

/// <summary>
/// The environment of guard and sentinel: what finds the program, and what keeps its runtime small and off the disk. Nothing else of the caller's reaches them.
/// </summary>
internal static class HolderEnvironment
{
    public static IEnumerable<string> Variables
    {
        get
        {
            foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            {
                if (variable.Key is string name && (name == "PATH" || name.StartsWith("DOTNET_ROOT", StringComparison.Ordinal)))
                    yield return $"{name}={variable.Value}";
            }

            // No diagnostics socket in the temporary folder, no second compilation of a method that has become hot, no collector thread, 16 MiB of heap.
            yield return "DOTNET_EnableDiagnostics=0";
            yield return "DOTNET_TieredCompilation=0";
            yield return "DOTNET_gcConcurrent=0";
            yield return "DOTNET_GCHeapHardLimit=0x1000000";
        }
    }
}
