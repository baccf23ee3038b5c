using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using Quiesce.Runtime.Freezing.Mounts;
using Quiesce.Runtime.Scripts;

namespace Quiesce.Runtime.Running;

/// <summary>Runs one of the two scripts of every plugin, all at the same time as the contract says, each within its own limit and with its own retries.</summary>
internal sealed class PluginScripts : IDisposable
{
    private readonly Runner[] _runners;

    /// <param name="plan">Whose plugins' scripts are meant.</param>
    /// <param name="runId">The same for every program of the run.</param>
    /// <param name="frozenDevices">What will be frozen between the two scripts.</param>
    /// <param name="stillWaiting">Told a script and its milliseconds so far, at its configuration's poll time; from several threads where there are several plugins.</param>
    public PluginScripts(RunPlan plan, string runId, IReadOnlyList<DeviceNumber> frozenDevices, Action<string, double>? stillWaiting) =>
        _runners = [.. plan.Plugins.Select((plugin, index) => new Runner(plugin, new ScriptRunner(EnvironmentOf(plugin, index, runId, frozenDevices), plugin.Timeout, plugin.Config.PollTime)
        {
            StillWaiting = (script, milliseconds) => stillWaiting?.Invoke(plugin.Name == "" ? script : $"{plugin.Name} {script}", milliseconds),
        }))];

    /// <summary>Returns when all have ended, in the order of the plugins.</summary>
    public IReadOnlyList<(PluginPlan Plugin, ScriptResult Result)> Run(Func<PluginPlan, HostScript> script, CancellationToken cancellation)
    {
        var results = new ScriptResult[_runners.Length];
        var failures = new ExceptionDispatchInfo?[_runners.Length];
        var others = new Thread[_runners.Length - 1];
        for (int other = 0; other < others.Length; other++)
        {
            int index = other + 1;
            others[other] = new Thread(() => RunOne(index));
            others[other].Start();
        }

        RunOne(0);
        foreach (Thread other in others)
            other.Join();

        // Not before the last has ended: what another plugin's script holds must not be given back under it.
        failures.FirstOrDefault(failure => failure is not null)?.Throw();
        return [.. _runners.Zip(results, (runner, result) => (runner.Plugin, result))];

        void RunOne(int index)
        {
            try
            {
                results[index] = _runners[index].Scripts.Run(script(_runners[index].Plugin), cancellation);
            }
#pragma warning disable CA1031 // Thrown again once every thread has ended.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                failures[index] = ExceptionDispatchInfo.Capture(failure);
            }
        }
    }

    public void Dispose()
    {
        foreach (Runner runner in _runners)
            runner.Scripts.Dispose();
    }

    private static ScriptEnvironment EnvironmentOf(PluginPlan plugin, int index, string runId, IReadOnlyList<DeviceNumber> frozenDevices) =>
        new(runId, plugin.ProfileName) { Scope = index.ToString(CultureInfo.InvariantCulture) + "/", FrozenDevices = frozenDevices };

    private sealed record Runner(PluginPlan Plugin, ScriptRunner Scripts);
}
