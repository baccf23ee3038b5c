using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Build;

/// <summary>
/// The law of artefact paths: relative, separated by <c>/</c>, every part a plain name. An assembly is input like any other,
/// so that a record in it must not be able to name a file outside the folder.
/// </summary>
internal static class ArtifactPath
{
    public static void RefuseUnsafeOrColliding(IReadOnlyList<Artifact> artifacts)
    {
        // Case-insensitively, so that a build on Linux does not accept what a build on macOS or Windows would fold into one file.
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in artifacts.Select(artifact => artifact.Path))
        {
            if (!IsSafe(path))
                throw BuildError.UnsafePath(path);
            if (!taken.TryAdd(path, path))
                throw BuildError.TwoFilesOfOneName(path, taken[path]);
        }

        foreach (var path in taken.Values)
        {
            for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
            {
                if (taken.TryGetValue(path[..slash], out var file))
                    throw BuildError.TwoFilesOfOneName(path, file);
            }
        }
    }

    private static bool IsSafe(string path) => path.Split('/').All(IsPlainName);

    private static bool IsPlainName(string part) =>
        part.Length > 0
        && part[^1] is not ('.' or ' ')
        && !part.Any(character => char.IsControl(character) || "\\:*?\"<>|;%$@()'".Contains(character));
}
