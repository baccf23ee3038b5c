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
        var (preText, postText) = (pre.Text, post.Text);
        var locations = InstallLocations.Of(profile, preText, postText);
        var config = ConfigJsonCompiler.Compile(profile.Host, locations.PreScript, locations.PostScript);

        var digests = new List<KeyValuePair<string, string>>
        {
            new(ArtifactNames.Config, Sha256Text.Of(config)),
            new(ArtifactNames.PreScript, Sha256Text.Of(preText)),
            new(ArtifactNames.PostScript, Sha256Text.Of(postText)),
        };
        var install = InstallScriptCompiler.Compile(profile, locations, digests);
        digests.Add(new(ArtifactNames.Install, Sha256Text.Of(install.Text)));
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
