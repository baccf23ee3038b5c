using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A snapshot that some command takes. Unlike a script it is the caller's own: it runs in the caller's folder and environment.</summary>
internal sealed class CommandSnapshot(string command) : ISnapshotProvider
{
    public string Description => command;

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken) => Task.FromResult<IPreparedSnapshot>(new Prepared(
        new ProgramStart(["/bin/sh", "-c", command], SnapshotVariables.Of(context), WorkingFolder: null),
        SnapshotVariables.MarkOf(context)));

    private sealed class Prepared(ProgramStart start, string mark) : IPreparedSnapshot
    {
        private SessionProcess? _process;

        public IReadOnlyList<string> SelfSnapshottedMounts => [];

        /// <summary>What a failed command left running is ended by <see cref="AbandonAsync"/> only, so that a thaw in between does not wait for that.</summary>
        public Task TakeAsync(CancellationToken cancellationToken)
        {
            using var cancelled = new CancellationSignal(cancellationToken);
            _process = Start();
            ProgramWaitEnd end = new ProgramWait(_process) { DeadlineInMilliseconds = double.PositiveInfinity, Cancelled = cancelled }.Run();
            if (end == ProgramWaitEnd.Cancelled)
                cancellationToken.ThrowIfCancellationRequested();
            return _process.ExitStatus == 0
                ? Task.CompletedTask
                : throw new SnapshotException($"'{start.Command[^1]}' exited with status {_process.ExitStatus}");
        }

        private SessionProcess Start()
        {
            try
            {
                return SessionProcess.Start(start);
            }
            catch (IOException refused)
            {
                throw new SnapshotException($"'{start.Command[^1]}' cannot be started: {refused.Message}");
            }
        }

        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken) => Task.FromResult(Result(_process!, unkillable: []));

        public Task<SnapshotResult> AbandonAsync() => Task.FromResult(_process is { } process
            ? Result(process, SessionEnd.Of(process, mark, SessionEnd.MostGrace))
            : new SnapshotResult());

        private SnapshotResult Result(SessionProcess process, IReadOnlyList<int> unkillable)
        {
            using SessionProcess ended = process;
            _process = null;
            ended.StandardOutput.ReadRest();
            ended.StandardError.ReadRest();
            return new SnapshotResult
            {
                ExitStatus = unkillable.Contains(ended.Id) ? null : ended.ExitStatus,
                Output = ended.StandardOutput.Text,
                Error = ended.StandardError.Text,
            };
        }
    }
}
