using Quiesce.Contract.Profiles;

namespace Quiesce.EndToEnd.Machines;

/// <summary>
/// A compiled profile of systemd units, each a case of its own: <c>front</c> requires <c>store</c>; <c>setup</c> has run, and counts as active; <c>idle</c> does not run, but a timer may start it. Nobody has named
/// <c>watcher</c>, which is bound to <c>store</c>, nor <c>all</c>, a target that requires it – and wants <c>idle</c>.
/// </summary>
internal static class CompiledUnits
{
    private const string Files = "/usr/local/lib/systemd/system";

    /// <summary>Makes the units, where that is not done, and starts what the tests find running. A script of the machine's.</summary>
    public const string Start =
        $$"""
        set -e
        unit() { printf '%s\n' '[Unit]' "$2" "$3" > {{Files}}/case-$1; }
        if [ ! -e {{Files}} ]; then
            mkdir -p {{Files}}
            unit store.service '' '[Service]
        ExecStart=/bin/sleep infinity'
            unit front.service 'Requires=case-store.service
        After=case-store.service' '[Service]
        ExecStart=/bin/sleep infinity'
            unit watcher.service 'BindsTo=case-store.service
        After=case-store.service' '[Service]
        ExecStart=/bin/sleep infinity'
            unit all.target 'Requires=case-store.service
        Wants=case-idle.service' ''
            unit setup.service '' '[Service]
        Type=oneshot
        RemainAfterExit=yes
        ExecStart=/bin/true'
            unit idle.service '' '[Service]
        ExecStart=/bin/sleep infinity'
            unit idle.timer '' '[Timer]
        OnActiveSec=1d'
            unit stubborn.service '' '[Service]
        ExecStart=/bin/sh -c "trap : TERM; while :; do sleep 1000 & wait; done"
        TimeoutStopSec=8'
            systemctl daemon-reload
        fi
        systemctl start case-all.target case-front case-watcher case-setup case-idle.timer
        systemctl stop case-idle
        """;

    /// <summary>Each unit and its state. A script of the machine's.</summary>
    public const string States = "for unit in store.service front.service watcher.service all.target setup.service idle.service; do echo $unit $(systemctl is-active case-$unit); done";

    public const string AllAsBefore = "store.service active\nfront.service active\nwatcher.service active\nall.target active\nsetup.service active\nidle.service inactive\n";

    public static string AllStopped { get; } = AllAsBefore.Replace(" active", " inactive", System.StringComparison.Ordinal);

    private static readonly string[] Units = ["case-store.service", "case-idle.service", "case-front.service", "case-setup.service"];

    public static void Write(string content)
    {
        Write(content, "units", Units);
        Write(content, "units-and-stubborn", [.. Units, "case-stubborn.service"]);
        Write(content, "units-and-nobody", [.. Units, "case-nobody.service"]);
    }

    private static void Write(string content, string name, string[] units) => CompiledShop.Write(content, CompiledShop.Profile with
    {
        Name = name,
        TypeName = "Units",
        Run = CompiledShop.Profile.Run with { RunDirectory = "/run/quiesce/units", LogDirectory = "/run/quiesce/units/log", StateDirectory = "/run/quiesce/units/records" },
        // Longer than stubborn takes, also on an emulated machine.
        Engines = (EngineSpec[])[new SystemdUnitsSpec { Name = "workers", Units = units, StopTimeoutInSeconds = 60, Mounts = (string[])["/"] }],
    });
}
