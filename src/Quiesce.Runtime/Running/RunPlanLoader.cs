using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Running;

/// <summary>Reads and checks everything a run depends on, before anything of it runs: of several plugins every one, not only the last.</summary>
internal static class RunPlanLoader
{
    public static RunPlan Load(RunRequest request)
    {
        var alone = new PluginPlanLoader(HostPlaces.ThisMachine, hostTimeout: null);
        RunPlan plan = request switch
        {
            { ProfileFolder: { } folder } => new RunPlan { Plugins = [alone.LoadFolder(Path.GetFullPath(folder))] },
            { ConfigFile: { } file } => new RunPlan { Plugins = [alone.LoadConfig(Path.GetFullPath(file))] },
            _ => LoadHost(request.Host),
        };
        return plan with { HostRemarks = [.. plan.HostRemarks, .. MountsInVain(plan, request)] };
    }

    private static RunPlan LoadHost(HostPlaces places)
    {
        HostFile host = ReadHostFile(places.HostFile);
        FreezeSettings freeze = FreezeSettings.Read(places);
        IReadOnlyList<PluginPlan> plugins = LoadPlugins(host, places);
        return new RunPlan
        {
            Plugins = plugins,
            HostFreezeLimit = freeze.Limit,
            SkippedMounts = freeze.SkippedMounts,
            HostRemarks = [.. freeze.Remarks, .. AzureWorkload.WarningOf(places) is { } warning ? [warning] : (Remark[])[], .. DifferencesOf(plugins, places)],
        };
    }

    private static HostFile ReadHostFile(string path)
    {
        using TrustedFile file = TrustedFile.Open(path, FileRole.HostFile);
        var findings = new Findings();
        HostFile host = HostFileReader.Read(new IniFile(path, file.ReadAtMost(IniFile.MostBytes)), findings);
        Finding[] errors = [.. findings.All.Where(finding => finding.Severity == RuleSeverity.Error)];
        return errors.Length == 0
            ? host
            : throw new OutcomeException(OutcomeCatalogue.HostFileMalformed, string.Join("\n", errors.Select(error => $"{error.Place}: {error.Message}")));
    }

    private static List<PluginPlan> LoadPlugins(HostFile host, HostPlaces places)
    {
        var loader = new PluginPlanLoader(places, host.Timeout);
        var plugins = new List<PluginPlan>();
        try
        {
            foreach (HostPlugin plugin in host.Plugins)
                plugins.Add(loader.LoadConfig(places.In(plugin.Config.Value)) with { Name = plugin.Name });
            return plugins;
        }
        catch
        {
            plugins.ForEach(plugin => plugin.Dispose());
            throw;
        }
    }

    /// <summary>A freeze that was asked for, and that nobody makes, must not pass for one.</summary>
    private static Remark[] MountsInVain(RunPlan plan, RunRequest request) => !plan.FsFreezeEnabled && (request.AllMounts || request.Mounts.Count > 0)
        ? [new Remark(plan.Plugins[0].Config.Places.Of("/fsFreezeEnabled"), "fsFreezeEnabled is false, so that nothing is frozen: not what --mount or --all-mounts name either")]
        : [];

    private static Remark[] DifferencesOf(IReadOnlyList<PluginPlan> plugins, HostPlaces places) =>
        plugins.Any(plugin => plugin.Config.FsFreezeEnabled) && plugins.Any(plugin => !plugin.Config.FsFreezeEnabled)
            ? [new Remark(new FilePlace(places.HostFile), "its plugins do not agree on fsFreezeEnabled; one that wants the freeze is enough")]
            : [];
}
