namespace Quiesce.Contract.Profiles;

/// <summary>The kinds of proof behind a claim of application consistency.</summary>
internal enum ProofKind
{
    /// <summary>A lock of a live session covered the whole freeze, and the freeze the whole snapshot.</summary>
    Held,

    /// <summary>Every device that carries the engine's files was frozen at once over the whole snapshot: the copy is what a power cut would have left.</summary>
    Atomic,

    /// <summary>The service did not run.</summary>
    Stopped,
}
