using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace WebShop.Proof;

/// <summary>What the proof reads of the report that <c>quiesce run --report</c> writes. Times are milliseconds since boot.</summary>
internal sealed record RunReport(ReportedOutcome Outcome, string Level, IReadOnlyList<ReportedProof> Proof, IReadOnlyList<ReportedPhase> Phases, ReportedSnapshot Snapshot, IReadOnlyList<ScriptsRecord> Records)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public static RunReport Load(string path)
        => JsonSerializer.Deserialize<RunReport>(File.ReadAllText(path), Options)
            ?? throw new InvalidDataException($"The report {path} is empty.");

    public double BeganMs => Phases[0].StartMs;

    public double EndedMs => Phases[^1].EndMs;

    public ReportedPhase Phase(string name)
        => Phases.SingleOrDefault(phase => phase.Name == name) ?? throw new InvalidDataException($"The report has no phase '{name}'.");

    /// <summary>The shop is one profile.</summary>
    public ScriptsRecord Record => Records.Single();

    public RecordedEngine Engine(string name)
        => Record.Engines.SingleOrDefault(engine => engine.Name == name) ?? throw new InvalidDataException($"The report's record has no engine '{name}'.");
}

internal sealed record ReportedOutcome(string Name, int Number);

/// <summary>The interval in which an engine certainly stood still: under its lock, or in the freeze.</summary>
internal sealed record ReportedProof(string Engine, string Kind, double? FromMs, double? ToMs);

internal sealed record ReportedPhase(string Name, double StartMs, double EndMs)
{
    public double DurationMs => EndMs - StartMs;
}

internal sealed record ReportedSnapshot(double StartMs, double EndMs);

/// <summary>What the compiled scripts recorded themselves.</summary>
internal sealed record ScriptsRecord(IReadOnlyList<RecordedEngine> Engines);

internal sealed record RecordedEngine(
    string Name, double? StoppedAtMs, double? HeldFromMs, double? HeldToMs, BinaryLogPosition? Coordinates = null, IReadOnlyDictionary<string, string?>? Durability = null)
{
    public bool AcknowledgesBeforeDurable => Durability?.GetValueOrDefault("synchronous_commit") == "off";
}

internal sealed record BinaryLogPosition(string File = "", string Position = "");
