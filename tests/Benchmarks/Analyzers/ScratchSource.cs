namespace Quiesce.Benchmarks.Analyzers;

/// <summary>The files of a scratch project: profiles like the sample's, and ordinary code that has nothing to do with them.</summary>
internal static class ScratchSource
{
    public static string Profile(int number) => $$"""
        using Quiesce;

        namespace Scratch;

        /// <summary>The shop's web VMs.</summary>
        [ConsistencyProfile("shop-{{number}}", TimeoutInSeconds = 120, LeaseInSeconds = 90, ContinueBackupOnFailure = false)]
        [PostgreSql("ledger", Mounts = ["/var/lib/postgresql"])]
        [MariaDb("orders", Method = MariaDbQuiesce.BackupStage, LockWaitInSeconds = 10, Mounts = ["/var/lib/mysql"])]
        internal static partial class Shop{{number}}
        {
            [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(ResumeWorkers))]
            private const string DrainWorkers = "systemctl stop orders-worker-{{number}}";

            private const string ResumeWorkers = "systemctl start orders-worker-{{number}}";
        }

        """;

    public static string Plain(int number) => $$"""
        using System;
        using System.Collections.Generic;

        namespace Scratch;

        /// <summary>An order as a web shop would have it.</summary>
        [Serializable]
        internal sealed class Order{{number}}
        {
            private readonly List<decimal> _prices = [];

            [Obsolete("Use Total.")]
            public decimal Sum => Total;

            public decimal Total { get; private set; }

            public void Add(decimal price)
            {
                if (price < 0)
                    throw new ArgumentOutOfRangeException(nameof(price));

                _prices.Add(price);
                Total += price;
            }
        }

        """;
}
