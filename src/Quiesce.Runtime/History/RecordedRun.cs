using System.Collections.Generic;
using System.Text.Json.Serialization;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.History;

/// <summary>What compiled scripts record of a run, as far as the history shows it. Times are milliseconds of <c>CLOCK_BOOTTIME</c>.</summary>
internal sealed record RecordedRun(int SchemaVersion, string RunId, string Profile, string Result, double BeganMs, double EndedMs, IReadOnlyList<RecordedEngine> Engines, string? Reason = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RecordedRun))]
internal sealed partial class RecordedRunJson : JsonSerializerContext;
