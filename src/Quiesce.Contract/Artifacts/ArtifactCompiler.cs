using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles a profile into its files. Pure: the same profile gives the same bytes on every machine. Only for profiles that break no error rule.</summary>
internal static class ArtifactCompiler
{
    public static EquatableArray<Artifact> Compile(ProfileSpec profile)
    {
        var pre = ScriptCompiler.CompilePre(profile);
        var post = ScriptCompiler.CompilePost(profile);
        var (preDigest, postDigest) = (pre.Sha256, post.Sha256);
        var locations = InstallLocations.Of(profile, preDigest, postDigest);
        var config = ConfigJsonCompiler.Compile(profile.Host, locations.PreScript, locations.PostScript);

        var digests = new List<KeyValuePair<string, string>>
        {
            new(ArtifactNames.Config, Sha256Text.Of(config)),
            new(ArtifactNames.PreScript, preDigest),
            new(ArtifactNames.PostScript, postDigest),
        };
        var install = InstallScriptCompiler.Compile(profile, locations, digests);
        digests.Add(new(ArtifactNames.Install, install.Sha256));
        var description = ProfileJsonCompiler.Compile(profile, locations, digests);

        return
        (Artifact[])[
            new(PathOf(ArtifactNames.Config), ArtifactModes.Of(ArtifactNames.Config), config),
            new(PathOf(ArtifactNames.PreScript), ArtifactModes.Of(ArtifactNames.PreScript), pre.Head, pre.Fragments),
            new(PathOf(ArtifactNames.PostScript), ArtifactModes.Of(ArtifactNames.PostScript), post.Head, post.Fragments),
            new(PathOf(ArtifactNames.Profile), ArtifactModes.Of(ArtifactNames.Profile), description),
            new(PathOf(ArtifactNames.Install), ArtifactModes.Of(ArtifactNames.Install), install.Head, install.Fragments),
        ];

        string PathOf(string file) => profile.Name + "/" + file;
    }

    /// <summary>The whole text of one artefact.</summary>
    public static string TextOf(Artifact artifact) => artifact.Head + string.Concat(artifact.Fragments.Select(ScriptFragments.Text));
}
