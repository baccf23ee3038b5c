using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Tests;

/// <summary>Handles as the generator writes them.</summary>
internal static class Handles
{
    public static ProfileHandle Of(ProfileSpec profile)
    {
        Dictionary<string, string> texts = ArtifactCompiler.Compile(profile).ToDictionary(artifact => Path.GetFileName(artifact.Path), ArtifactCompiler.TextOf);
        return new ProfileHandle(profile.Name!, texts[ArtifactNames.Config], texts[ArtifactNames.PreScript], texts[ArtifactNames.PostScript], texts[ArtifactNames.Profile]);
    }
}
