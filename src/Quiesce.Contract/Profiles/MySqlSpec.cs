namespace Quiesce.Contract.Profiles;

internal sealed record MySqlSpec : ClusteredServerSpec
{
    public MySqlQuiesce? Method { get; init; }

    public MySqlCluster? Cluster { get; init; }

    public bool? ExactCoordinates { get; init; }

    public int? LockWaitInSeconds { get; init; }

    public LongStatementPolicy? LongStatements { get; init; }

    public int? LongStatementInSeconds { get; init; }

    public string? Socket { get; init; }

    public string? DefaultsFile { get; init; }

    public override string Kind => "mysql";

    public override string? MethodName => Method switch
    {
        MySqlQuiesce.ReadLock => "read-lock",
        MySqlQuiesce.InstanceLock => "instance-lock",
        _ => null,
    };

    public override string? ClusterName => Cluster switch
    {
        MySqlCluster.None => "none",
        MySqlCluster.Galera => "galera",
        null => null,
        _ => "",
    };

    /// <summary>The instance lock lets writes go on: what makes the copy good is then the one instant of the freeze.</summary>
    public override ProofKind Proof => Method == MySqlQuiesce.InstanceLock ? ProofKind.Atomic : ProofKind.Held;

    public override bool StallsWriters => Method != MySqlQuiesce.InstanceLock;
}
