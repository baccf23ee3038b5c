namespace Quiesce.Runtime.Interop;

/// <summary>The <c>errno</c> values this program tells apart (the same numbers on x86-64 and arm64).</summary>
internal static class Errno
{
    public const int ENOENT = 2;
    public const int ESRCH = 3;
    public const int EINTR = 4;
    public const int ENXIO = 6;
    public const int EAGAIN = 11;
    public const int EACCES = 13;
    public const int EBUSY = 16;
    public const int EEXIST = 17;
    public const int EINVAL = 22;
    public const int EOPNOTSUPP = 95;
}
