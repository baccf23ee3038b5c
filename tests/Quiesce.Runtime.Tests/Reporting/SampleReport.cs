using System.Text.Json;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Snapshots;

namespace Quiesce.Runtime.Tests.Reporting;

/// <summary>A report as the web shop leaves one: two engines, one of them held, and everything went well.</summary>
internal static class SampleReport
{
    public static RunReport Succeeded { get; } = new()
    {
        RunId = "3f2a9c0e5b7d4e1c8a6f0b2d4c6e8a0f",
        Profile = "web-shop",
        Plugins = [new ReportedPlugin("", "web-shop")],
        StartedAt = "2026-11-21T04:00:00.125Z",
        Outcome = new ReportedOutcome("Succeeded", 0, "The snapshot is application-consistent, and the report holds the proof.", "Nothing to do."),
        Level = "application",
        Proof =
        [
            new ReportedProof("ledger", "atomic", true, 100_391, 100_402, "1 file system(s) frozen at once (100391.0 … 100402.0 ms) cover the snapshot (100394.0 … 100399.0 ms)"),
            new ReportedProof("orders", "held", true, 100_370, 100_404, "the hold covers freeze and snapshot (100391.0 … 100402.0 ms)"),
        ],
        Phases =
        [
            new ReportedPhase("check", 100_000, 100_012), new ReportedPhase("prepare", 100_012, 100_180), new ReportedPhase("pre", 100_180, 100_372), new ReportedPhase("freeze", 100_372, 100_391),
            new ReportedPhase("snapshot", 100_393.5, 100_399.4), new ReportedPhase("thaw", 100_399.6, 100_402), new ReportedPhase("post", 100_403, 100_486),
        ],
        Stall = new ReportedInterval(100_360, 100_420),
        Mounts = [new ReportedMount("/srv/shop", "7:0", ["7:0"], 100_391, 100_402, true, null)],
        Scripts =
        [
            new ReportedScript("pre", "", "/srv/web-shop/pre.sh", 1, "exited", 0, 100_180, 100_372, "quiesced <b>2</b> engines\n", "", []),
            new ReportedScript("post", "", "/srv/web-shop/post.sh", 1, "exited", 0, 100_403, 100_486, "", "", []),
        ],
        Snapshot = new ReportedSnapshot(
            "copy of /images/shop.img", "taken", null, 100_393.5, 100_399.4, [new SnapshotPart("/images/copy.img", "/images/copy.img", 3_221_225_472, "blocks shared with the source")], "", ""),
        Records = [JsonDocument.Parse(
            """
            {"schemaVersion":1,"runId":"3f2a9c0e5b7d4e1c8a6f0b2d4c6e8a0f","profile":"web-shop","result":"ok","reason":null,"bootId":"b","beganMs":100190,"endedMs":100480,"clockResolutionMs":10,
             "engines":[{"name":"ledger","kind":"postgresql","method":"checkpoint","proof":"atomic","stoppedAtMs":100300,"heldFromMs":null,"heldToMs":null},
                        {"name":"orders","kind":"mariadb","method":"backup-stage","proof":"held","stoppedAtMs":100360,"heldFromMs":100360,"heldToMs":100420}],"steps":[]}
            """).RootElement],
        Remarks = [],
    };
}
