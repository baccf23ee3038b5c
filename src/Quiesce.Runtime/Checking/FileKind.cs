using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Checking;

/// <summary>Reads the kind of a file, and its permission bits, out of its status.</summary>
internal static class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Directory = 0x4000;
    private const int BlockDevice = 0x6000;
    private const int Regular = 0x8000;
    private const int SymbolicLink = 0xA000;

    extension(FileStatus status)
    {
        public bool IsDirectory => (status.Mode & TypeMask) == Directory;

        public bool IsBlockDevice => (status.Mode & TypeMask) == BlockDevice;

        public bool IsRegularFile => (status.Mode & TypeMask) == Regular;

        public bool IsSymbolicLink => (status.Mode & TypeMask) == SymbolicLink;

        /// <summary>The permission bits, with set-user-id, set-group-id and sticky.</summary>
        public int Permissions => status.Mode & ~TypeMask;
    }

    extension(Descriptor descriptor)
    {
        /// <summary>The status of the very file that is open here, whatever its name stands for by now.</summary>
        public FileStatus Status
        {
            get
            {
                int failed = LibC.statx(descriptor.Number, "", LibC.AT_EMPTY_PATH, LibC.STATX_BASIC_STATS, out FileStatus status);
                return failed == 0 ? status : throw new System.IO.IOException("statx: " + LibC.Describe(LibC.LastError));
            }
        }
    }
}
