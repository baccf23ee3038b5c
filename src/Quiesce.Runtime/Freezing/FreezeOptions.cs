using System;
using System.Collections.Generic;
using System.IO;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Freezing;

/// <summary>How a freeze is made.</summary>
internal sealed record FreezeOptions
{
    /// <summary>The program that becomes guard and sentinel, as a command without its verb: the executable, or <c>dotnet</c> and the assembly.</summary>
    public IReadOnlyList<string> GuardExecutable { get; init; } = ThisProgram;

    /// <summary>How long anything may stay frozen, counted from before the first FIFREEZE.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where the record of what is frozen lies, for a later <c>quiesce thaw</c>. Used only when it is in memory, never on a disk.</summary>
    public string RecordDirectory { get; init; } = "/run/quiesce/freeze";

    /// <summary>The file that Azure's agent locks while it freezes; taken when its folder exists.</summary>
    public string LockFile { get; init; } = HostPlaces.ThisMachine.FreezeLock;

    /// <summary>By which the kernel is asked to hurry while the guard freezes.</summary>
    public string GracePeriods { get; init; } = Holding.GracePeriods.File;

    /// <summary>The program that is running, whether native, started by its own host, or by <c>dotnet</c>.</summary>
    private static IReadOnlyList<string> ThisProgram =>
        Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet"
            ? [path, Environment.GetCommandLineArgs()[0]]
            : [Environment.ProcessPath!];
}
