using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>A copy of an image file or a block device: sharing blocks where the file system can (FICLONE, milliseconds), else read and written, without what is zero.</summary>
internal sealed class FileCopySnapshot(string source, string destination) : ISnapshotProvider
{
    public string Description => $"copy:{source}={destination}";

    public Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        CopySource opened = CopySource.Open(source);
        try
        {
            CopyTarget target = CopyTarget.Create(destination, opened, context);
            return Task.FromResult<IPreparedSnapshot>(new Prepared(opened, target, context));
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private sealed class Prepared(CopySource source, CopyTarget target, SnapshotContext context) : IPreparedSnapshot
    {
        private string _note = "";

        public IReadOnlyList<string> SelfSnapshottedMounts => [];

        public Task TakeAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _note = target.SharesBlocks
                ? target.Clone(source)
                : new SparseCopy(source, target, context.Progress).Run(cancellationToken);
            return Task.CompletedTask;
        }

        public Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken)
        {
            using (source)
            {
                target.Keep();
                using (target)
                    return Task.FromResult(new SnapshotResult { Parts = [new SnapshotPart(target.Id, target.Path, source.Length, _note)] });
            }
        }

        public Task<SnapshotResult> AbandonAsync()
        {
            using (source)
            using (target)
                target.Discard();
            return Task.FromResult(new SnapshotResult());
        }
    }
}
