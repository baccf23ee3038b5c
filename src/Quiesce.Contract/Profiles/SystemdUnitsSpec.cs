namespace Quiesce.Contract.Profiles;

internal sealed record SystemdUnitsSpec : EngineSpec
{
    /// <summary>In the order in which they are stopped.</summary>
    public EquatableArray<string> Units { get; init; }

    public int? StopTimeoutInSeconds { get; init; }

    public override string Kind => "systemd";

    public override string? MethodName => "stop";

    public override ProofKind Proof => ProofKind.Stopped;

    public override bool StallsWriters => true;
}
