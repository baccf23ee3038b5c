using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Snapshots;

/// <summary>Several snapshots of one run: taken one after the other within one standstill.</summary>
internal sealed class SnapshotGroup(IReadOnlyList<ISnapshotProvider> providers) : ISnapshotProvider
{
    public string Description => string.Join(" ", providers.Select(provider => provider.Description));

    public async Task<IPreparedSnapshot> PrepareAsync(SnapshotContext context, CancellationToken cancellationToken)
    {
        var prepared = new Prepared();
        try
        {
            foreach (ISnapshotProvider provider in providers)
                prepared.Add(await provider.PrepareAsync(context with { Mounts = [.. context.Mounts.Except(prepared.SelfSnapshottedMounts)] }, cancellationToken).ConfigureAwait(false));
            return prepared;
        }
        catch
        {
            await prepared.AbandonAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Prepared : IPreparedSnapshot
    {
        private readonly List<IPreparedSnapshot> _all = [];
        private readonly List<SnapshotResult> _results = [];

        public IReadOnlyList<string> SelfSnapshottedMounts => [.. _all.SelectMany(one => one.SelfSnapshottedMounts)];

        public void Add(IPreparedSnapshot one) => _all.Add(one);

        public async Task TakeAsync(CancellationToken cancellationToken)
        {
            foreach (IPreparedSnapshot one in _all)
                await one.TakeAsync(cancellationToken).ConfigureAwait(false);
        }

        public async Task<SnapshotResult> CommitAsync(CancellationToken cancellationToken)
        {
            foreach (IPreparedSnapshot one in _all)
                _results.Add(await one.CommitAsync(cancellationToken).ConfigureAwait(false));
            return Together(_results);
        }

        /// <summary>Each one, whatever the others say. What had been kept before a later one failed is whole, so it stays, and is reported.</summary>
        public async Task<SnapshotResult> AbandonAsync()
        {
            List<SnapshotResult> results = [.. _results];
            List<string> complaints = [];
            foreach (IPreparedSnapshot one in _all.Skip(_results.Count).Reverse())
            {
                try
                {
                    results.Add(await one.AbandonAsync().ConfigureAwait(false));
                }
                catch (SnapshotException failure)
                {
                    complaints.Add(failure.Message);
                }
            }

            return complaints.Count == 0 ? Together(results) : throw new SnapshotException(string.Join("; ", complaints));
        }

        private static SnapshotResult Together(IReadOnlyList<SnapshotResult> results) => new()
        {
            Parts = [.. results.SelectMany(result => result.Parts)],
            ExitStatus = results.Select(result => result.ExitStatus).FirstOrDefault(status => status is not null and not 0) ?? results.Select(result => result.ExitStatus).FirstOrDefault(status => status is not null),
            Output = string.Concat(results.Select(result => result.Output)),
            Error = string.Concat(results.Select(result => result.Error)),
        };
    }
}
