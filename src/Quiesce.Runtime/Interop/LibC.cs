using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary>
/// The C library, by its own names (one file a subject). The only place from which this program leaves managed code. Every call that can fail returns −1 and
/// leaves its reason in <see cref="LastError"/>.
/// </summary>
internal static partial class LibC
{
    private const string Library = "libc";

    /// <summary><c>errno</c> of the last call that failed on this thread.</summary>
    public static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>The C library's sentence for an <c>errno</c>.</summary>
    public static string Describe(int error) => Marshal.GetPInvokeErrorMessage(error);
}
