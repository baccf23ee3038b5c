using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Whose run it would have been, where a check refused it. Nothing of what is read here is trusted with more than a name in the report and in the metrics: without it whoever watches over a
/// profile would not miss its runs. Where its runs are kept, only a description says that passes the checks itself: root writes there.
/// </summary>
internal sealed class RefusedPlugins
{
    private readonly (string Plugin, ReadableProfile Profile)[] _found;

    private RefusedPlugins((string Plugin, ReadableProfile Profile)[] found) => _found = found;

    public IReadOnlyList<ReportedPlugin> Reported =>
        [.. _found.Select(one => new ReportedPlugin(one.Plugin, one.Profile.Manifest?.Name is { } name && NameText.IsUsable(name) ? name : ""))];

    /// <summary>Null where none can be believed.</summary>
    public string? StateDirectory => _found.Select(one => one.Profile.ManifestPath).OfType<string>().Select(StateDirectoryIn).FirstOrDefault(folder => folder is not null);

    public static RefusedPlugins Of(RunRequest request) => new(request switch
    {
        { ProfileFolder: { } folder } => [("", ReadableProfile.Of(folder, HostPlaces.ThisMachine))],
        { ConfigFile: { } file } => [("", ReadableProfile.Of(file, HostPlaces.ThisMachine))],
        { Host: { } host } => [.. HostFileReader.PluginsOf(host.HostFile).Select(plugin => (plugin.Name, ReadableProfile.Of(host.In(plugin.Config.Value), host)))],
    });

    private static string? StateDirectoryIn(string manifest)
    {
        try
        {
            using TrustedFile file = TrustedFile.Open(Path.GetFullPath(manifest), FileRole.Manifest);
            return ProfileManifest.Read(manifest, file.ReadAtMost(ProfileManifest.MostBytes)).StateDirectory is ['/', ..] folder ? folder : null;
        }
        catch (OutcomeException)
        {
            return null;
        }
    }
}
