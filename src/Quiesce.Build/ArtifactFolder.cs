using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace Quiesce.Build;

/// <summary>
/// A folder that holds the given artefacts and nothing else. It belongs to the build step alone, so that whatever else lies
/// in it is a leftover: a renamed profile, a file of an interrupted build.
/// </summary>
internal sealed class ArtifactFolder(string root)
{
    private static readonly UTF8Encoding WithoutByteOrderMark = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string root = Path.GetFullPath(root);

    public void MakeHold(IReadOnlyList<Artifact> artifacts)
    {
        ArtifactPath.RefuseUnsafeOrColliding(artifacts);
        try
        {
            var wanted = artifacts.Select(FullPath).ToHashSet(StringComparer.Ordinal);
            foreach (var stale in FolderTree.Files(root).Where(file => !wanted.Contains(file)).ToList())
                File.Delete(stale);
            FolderTree.RemoveEmpty(root);
            foreach (var artifact in artifacts)
                WriteIfDifferent(FullPath(artifact), artifact);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw BuildError.CannotWrite(root, failure);
        }
    }

    private string FullPath(Artifact artifact) => Path.Combine(root, artifact.Path.Replace('/', Path.DirectorySeparatorChar));

    private static void WriteIfDifferent(string path, Artifact artifact)
    {
        var content = WithoutByteOrderMark.GetBytes(artifact.Text);
        if (!Holds(path, content, artifact.Mode))
            Replace(path, content, artifact.Mode);
    }

    /// <remarks>A file of another mode is written anew, not mended: its new time is what lets the copies follow.</remarks>
    private static bool Holds(string path, byte[] content, UnixFileMode mode)
    {
        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null && file.Length == content.Length
            && (OperatingSystem.IsWindows() || file.UnixFileMode == mode)
            && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    /// <summary>A reader sees the old file or the new one, never half of one, and never the new text under a wider mode.</summary>
    private static void Replace(string path, byte[] content, UnixFileMode mode)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(file.SafeFileHandle, mode);
                file.Write(content);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
