namespace Quiesce.Runtime.Interop;

/// <summary>
/// The C library, by its own names (one file a subject). The only place from which this program leaves managed code.
/// </summary>
internal static partial class LibC
{
    private const string Library = "libc";
}
