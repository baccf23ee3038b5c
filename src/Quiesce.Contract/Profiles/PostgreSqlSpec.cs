namespace Quiesce.Contract.Profiles;

internal sealed record PostgreSqlSpec : ClusteredServerSpec
{
    public PostgreSqlQuiesce? Method { get; init; }

    public PostgreSqlCluster? Cluster { get; init; }

    public string? PatroniConfig { get; init; }

    public string? SocketDirectory { get; init; }

    public string? Database { get; init; }

    public string? PassFile { get; init; }

    public string? LabelDirectory { get; init; }

    public string? RestoreCommand { get; init; }

    public override string Kind => "postgresql";

    public override string? MethodName => Method switch
    {
        PostgreSqlQuiesce.Checkpoint => "checkpoint",
        PostgreSqlQuiesce.BackupMode => "backup-mode",
        _ => null,
    };

    public override string? ClusterName => Cluster switch
    {
        PostgreSqlCluster.None => "none",
        PostgreSqlCluster.Patroni => "patroni",
        null => null,
        _ => "",
    };

    public override ProofKind Proof => Method == PostgreSqlQuiesce.BackupMode ? ProofKind.Held : ProofKind.Atomic;

    public override bool StallsWriters => false;
}
