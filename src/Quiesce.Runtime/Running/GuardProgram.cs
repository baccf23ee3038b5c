using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Outcomes;

namespace Quiesce.Runtime.Running;

/// <summary>Finds the executable that guards the freezes of somebody else's program: started with the verb <c>guard</c>, that program would do whatever it does.</summary>
internal static class GuardProgram
{
    private const string Name = "quiesce";

    public static IReadOnlyList<string> Find(string? named)
    {
        if (named is not null)
            return File.Exists(named) ? [Path.GetFullPath(named)] : throw Missing($"there is no '{named}', which GuardExecutable names");
        string[] folders = [AppContext.BaseDirectory, .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)];
        return folders.Select(folder => Path.Combine(folder, Name)).FirstOrDefault(File.Exists) is { } found
            ? [found]
            : throw Missing($"there is no '{Name}' beside the program, nor in PATH");
    }

    private static OutcomeException Missing(string message) => new(OutcomeCatalogue.GuardMissing, message);
}
