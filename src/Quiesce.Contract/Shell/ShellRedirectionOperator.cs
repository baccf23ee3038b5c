namespace Quiesce.Contract.Shell;

internal enum ShellRedirectionKind
{
    Output,
    Append,
    Clobber,
    DuplicateOutput,
    Input,
    InputOutput,
    DuplicateInput,
    HereDocument,
    HereDocumentWithoutTabs,
}

/// <param name="Kind">The operator.</param>
/// <param name="Descriptor">The descriptor it changes, written or implied.</param>
internal readonly record struct ShellRedirectionOperator(ShellRedirectionKind Kind, int Descriptor)
{
    public bool IsHereDocument => Kind is ShellRedirectionKind.HereDocument or ShellRedirectionKind.HereDocumentWithoutTabs;

    public bool IsDuplicate => Kind is ShellRedirectionKind.DuplicateInput or ShellRedirectionKind.DuplicateOutput;
}
