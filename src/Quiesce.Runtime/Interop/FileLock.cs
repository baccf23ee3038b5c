using System.Runtime.InteropServices;

namespace Quiesce.Runtime.Interop;

/// <summary><c>struct flock</c> of 64-bit Linux; start 0 and length 0 mean the whole file.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct FileLock
{
    public short Type;
    public short Whence;
    public long Start;
    public long Length;
    public int Process;
}
