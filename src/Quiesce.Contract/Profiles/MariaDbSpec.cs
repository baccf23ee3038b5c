namespace Quiesce.Contract.Profiles;

internal sealed record MariaDbSpec : ClusteredServerSpec
{
    public MariaDbQuiesce? Method { get; init; }

    public MariaDbCluster? Cluster { get; init; }

    public int? LockWaitInSeconds { get; init; }

    public LongStatementPolicy? LongStatements { get; init; }

    public int? LongStatementInSeconds { get; init; }

    public string? Socket { get; init; }

    public string? DefaultsFile { get; init; }

    public override string Kind => "mariadb";

    public override string? MethodName => Method switch
    {
        MariaDbQuiesce.BackupStage => "backup-stage",
        MariaDbQuiesce.ReadLock => "read-lock",
        _ => null,
    };

    public override string? ClusterName => Cluster switch
    {
        MariaDbCluster.None => "none",
        MariaDbCluster.Galera => "galera",
        null => null,
        _ => "",
    };

    public override ProofKind Proof => ProofKind.Held;

    public override bool StallsWriters => true;
}
