using System;
using System.IO;
using Microsoft.Build.Framework;

namespace Quiesce.Build;

/// <summary>Removes folders that a deleted profile left behind: MSBuild's own cleaning deletes files only.</summary>
public sealed class RemoveEmptyFolders : BuildStep
{
    /// <summary>The folder to look below; it goes too when nothing is left in it.</summary>
    [Required]
    public string Folder { get; set; } = "";

    private protected override bool Run()
    {
        try
        {
            FolderTree.RemoveEmpty(Folder);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw BuildError.CannotWrite(Folder, failure);
        }
    }
}
