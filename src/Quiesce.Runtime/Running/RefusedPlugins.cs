using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Running;

/// <summary>
/// Whose run it would have been, where a check refused it. Nothing of what is read here is trusted with more than a name in the report and in the metrics: without it whoever watches over a
/// profile would not miss its runs.
/// </summary>
internal static class RefusedPlugins
{
    public static IReadOnlyList<ReportedPlugin> Of(RunRequest request) => request switch
    {
        { ProfileFolder: { } folder } => [Named("", folder, HostPlaces.ThisMachine)],
        { ConfigFile: { } file } => [Named("", file, HostPlaces.ThisMachine)],
        { Host: { } host } => [.. HostFileReader.PluginsOf(host.HostFile).Select(plugin => Named(plugin.Name, host.In(plugin.Config.Value), host))],
    };

    private static ReportedPlugin Named(string plugin, string path, HostPlaces places) =>
        new(plugin, ReadableProfile.Of(path, places).Manifest?.Name is { } name && NameText.IsUsable(name) ? name : "");
}
