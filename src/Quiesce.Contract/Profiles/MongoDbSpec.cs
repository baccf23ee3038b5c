namespace Quiesce.Contract.Profiles;

internal sealed record MongoDbSpec : DatabaseServerSpec
{
    public MongoDbQuiesce? Method { get; init; }

    public int? LockWaitInSeconds { get; init; }

    public string? PasswordFile { get; init; }

    public override string Kind => "mongodb";

    public override string? MethodName => Method switch
    {
        MongoDbQuiesce.Journal => "journal",
        MongoDbQuiesce.FsyncLock => "fsync-lock",
        _ => null,
    };

    public override ProofKind Proof => Method == MongoDbQuiesce.FsyncLock ? ProofKind.Held : ProofKind.Atomic;

    public override bool StallsWriters => Method == MongoDbQuiesce.FsyncLock;

    public override bool IsVerifiedOnRealServer => false;
}
