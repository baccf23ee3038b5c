using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Runtime.History;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Metrics;

/// <summary>
/// What a monitoring system wants to know, in Prometheus' text form: how the last run went, and when there was last a recovery point to rely on – a sample for every profile that was run, so
/// that one of several can be told from the others. Times are given as times and not as ages: an age in a file would stand still when no run takes place any more, which is just when somebody
/// must be woken.
/// </summary>
internal sealed class RunMetrics
{
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private static readonly string[] s_levels = [ConsistencyLevel.Application, ConsistencyLevel.FileSystem, ConsistencyLevel.Crash, ConsistencyLevel.None];

    private readonly StringBuilder _text = new();
    private readonly IReadOnlyList<ReportedPlugin> _plugins;

    private RunMetrics(IReadOnlyList<ReportedPlugin> plugins) => _plugins = plugins;

    /// <summary>For a collector that runs as somebody else: what is in it is no secret.</summary>
    public static void Write(string path, RunReport report, RunHistory history) => WholeFile.Write(path, Text(report, history.LastApplicationConsistent), ReadableByAll);

    /// <param name="report">The last run.</param>
    /// <param name="lastConsistent">The last run of a profile that reached the application's level; <see langword="null"/> where none did.</param>
    public static string Text(RunReport report, Func<ReportedPlugin, RunReport?> lastConsistent)
    {
        var metrics = new RunMetrics(report.Plugins is [] ? [new ReportedPlugin("", report.Profile)] : report.Plugins);
        metrics.Gauge("last_run_timestamp_seconds", "When the last run began.", UnixSeconds(report.StartedAt));
        metrics.Gauge("last_run_outcome", "Its outcome's number, which 'quiesce explain' takes; 0 is success.", report.Outcome.Number);
        metrics.GaugePerLevel("last_run_level", "1 for the consistency level that it reached.", report.Level);
        metrics.Gauge("last_run_duration_seconds", "How long it took.", report.Phases is [var first, .., var last] ? (last.EndMs - first.StartMs) / 1000 : 0);
        if (report.Stall is { } stall)
            metrics.Gauge("last_run_stall_seconds", "How long the application could not write.", (stall.ToMs - stall.FromMs) / 1000);
        if (report.Mounts.Any(mount => FrozenMs(mount) > 0))
            metrics.Gauge("last_run_frozen_seconds", "How long the file system that was frozen longest was.", report.Mounts.Max(FrozenMs) / 1000);
        if (report.Snapshot is { } snapshot)
            metrics.Gauge("last_run_snapshot_seconds", "How long the snapshot took while things stood still.", (snapshot.EndMs - snapshot.StartMs) / 1000);
        metrics.GaugeOfEach(
            "last_application_consistent_timestamp_seconds",
            "When the last run began that left an application-consistent recovery point.",
            plugin => lastConsistent(plugin) is { } consistent ? UnixSeconds(consistent.StartedAt) : null);
        return metrics._text.ToString();
    }

    private static double FrozenMs(ReportedMount mount) => mount is { FrozenAtMs: { } from, ThawedAtMs: { } to } ? to - from : 0;

    private static double UnixSeconds(string utc) => (DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - DateTime.UnixEpoch).TotalSeconds;

    /// <summary>One value for all: one run was theirs together.</summary>
    private void Gauge(string name, string help, double value) => GaugeOfEach(name, help, _ => value);

    private void GaugeOfEach(string name, string help, Func<ReportedPlugin, double?> valueOf)
    {
        (string Labels, double? Value)[] samples = [.. _plugins.Select(plugin => (Labels(plugin), valueOf(plugin))).Where(sample => sample.Item2 is not null)];
        if (samples.Length > 0)
            Head(name, help);
        foreach ((string labels, double? value) in samples)
            Sample(name, labels, value!.Value);
    }

    private void GaugePerLevel(string name, string help, string reached)
    {
        Head(name, help);
        foreach (string labels in _plugins.Select(Labels))
        {
            foreach (string level in s_levels)
                Sample(name, $"{labels},level=\"{level}\"", level == reached ? 1 : 0);
        }
    }

    private void Head(string name, string help) => _text.Append(CultureInfo.InvariantCulture, $"# HELP quiesce_{name} {help}\n# TYPE quiesce_{name} gauge\n");

    private void Sample(string name, string labels, double value) => _text.Append(CultureInfo.InvariantCulture, $"quiesce_{name}{{{labels}}} {value}\n");

    /// <summary>The plugin's name stands in only for a profile's that is not there: the host may count its plugins otherwise tomorrow.</summary>
    private static string Labels(ReportedPlugin plugin) =>
        $"profile=\"{Escaped(plugin.Profile)}\"{(plugin is { Profile: "", Name: not "" } ? $",plugin=\"{Escaped(plugin.Name)}\"" : "")}";

    /// <summary>As the exposition format demands, and not more.</summary>
    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
