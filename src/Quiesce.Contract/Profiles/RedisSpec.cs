namespace Quiesce.Contract.Profiles;

internal sealed record RedisSpec : DatabaseServerSpec
{
    public string? Socket { get; init; }

    public string? PasswordFile { get; init; }

    public override string Kind => "redis";

    public override string? MethodName => "save";

    public override ProofKind Proof => ProofKind.Atomic;

    public override bool StallsWriters => false;
}
