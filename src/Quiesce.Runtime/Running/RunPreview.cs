using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>What a run would do, found out by its own checks and by nothing else: no script, no guard, no lock, and nothing written.</summary>
/// <param name="Steps">In the order of the run.</param>
/// <param name="Remarks">What is odd without being wrong.</param>
internal sealed record RunPreview(IReadOnlyList<PreviewedStep> Steps, IReadOnlyList<string> Remarks)
{
    /// <exception cref="OutcomeException">How the run would be refused.</exception>
    public static RunPreview Of(RunRequest request, IFileSystemFreezer freezer)
    {
        if (!Environment.IsPrivilegedProcess)
            throw new OutcomeException(OutcomeCatalogue.NotPrivileged, "the process does not run as root");

        using RunPlan plan = RunPlanLoader.Load(request);
        IReadOnlyList<string> mounts = plan.MountsFor(request, freezer);
        PreviewedStep[] freeze = mounts.Count == 0 ? [] : [new("freeze", $"{string.Join(", then ", freezer.Preview(mounts))}; at most {Seconds(plan.FreezeLimit)}")];
        return new RunPreview(
            [
                .. plan.Plugins.Select(plugin => Script(plugin, plugin.Pre)),
                .. freeze,
                new PreviewedStep("snapshot", $"{request.Snapshot.Description}; at most {Seconds(plan.SnapshotLimit)}"),
                .. freeze.Select(_ => new PreviewedStep("thaw", "in reverse")),
                .. plan.Plugins.Select(plugin => Script(plugin, plugin.Post)),
            ],
            [.. plan.Remarks.Select(remark => remark.ToString())]);
    }

    private static PreviewedStep Script(PluginPlan plugin, HostScript script) => new(
        script.Name,
        $"{string.Join(' ', [script.File.Path, .. script.Parameters])}; at most {Seconds(plugin.Timeout)} for {(script.Retries == 0 ? "one attempt" : $"up to {script.Retries + 1L} attempts")}");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture) + " s";
}

/// <summary>One step of a run that has not taken place.</summary>
internal sealed record PreviewedStep(string Phase, string Text);
