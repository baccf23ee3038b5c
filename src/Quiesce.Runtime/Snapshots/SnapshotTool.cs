using System.Collections.Generic;
using System.IO;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>
/// Runs the programs of a volume manager. They are never killed: one that has suspended a device and dies leaves it suspended for good. One that takes too long is waited for, and the
/// guard thaws meanwhile.
/// </summary>
internal sealed class SnapshotTool(SnapshotContext context)
{
    private readonly IReadOnlyList<string> _environment = SnapshotVariables.Of(context);

    /// <returns>What the program printed.</returns>
    /// <exception cref="SnapshotException">The program is not there, or failed.</exception>
    public string Run(params IReadOnlyList<string> command)
    {
        using SessionProcess process = Start(command);
        new ProgramWait(process) { DeadlineInMilliseconds = double.PositiveInfinity }.Run();
        process.StandardOutput.ReadRest();
        process.StandardError.ReadRest();
        return process.ExitStatus == 0
            ? process.StandardOutput.Text
            : throw new SnapshotException($"'{string.Join(' ', command)}' exited with status {process.ExitStatus}: {process.StandardError.Text.Trim()}");
    }

    private SessionProcess Start(IReadOnlyList<string> command)
    {
        try
        {
            return SessionProcess.Start(new ProgramStart(command, _environment, WorkingFolder: "/"));
        }
        catch (IOException missing)
        {
            throw new SnapshotException($"{missing.Message}; install the tools of this kind of volume, or mend PATH", missing);
        }
    }
}
