namespace Quiesce.Runtime.Interop;

/// <summary>Who may do what with a file, as bits of its mode; C# has no octal digits to write them with.</summary>
internal static class AccessBits
{
    /// <summary>0600.</summary>
    public const int OwnerReadsAndWrites = 0x180;

    /// <summary>0077.</summary>
    public const int AnythingByOthers = 0x3F;

    /// <summary>0044.</summary>
    public const int ReadByOthers = 0x24;

    /// <summary>0022.</summary>
    public const int WriteByOthers = 0x12;

    /// <summary>6000: set-user-id and set-group-id lend the owner's rights.</summary>
    public const int LendsRights = 0xC00;

    /// <summary>1000: in a folder others may add entries, but not exchange those of somebody else.</summary>
    public const int Sticky = 0x200;
}
