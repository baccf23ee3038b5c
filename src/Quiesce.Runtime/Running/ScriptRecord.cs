using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quiesce.Runtime.Checking;

namespace Quiesce.Runtime.Running;

/// <summary>What the compiled scripts recorded of a run, as far as a proof rests on it; <see cref="Document"/> is the whole.</summary>
internal sealed record ScriptRecord(string RunId, double ClockResolutionMs, IReadOnlyList<RecordedEngine> Engines)
{
    private const string FileName = "record.json";
    private const int MostBytes = 1024 * 1024;

    [JsonIgnore]
    public JsonElement Document { get; private init; }

    /// <exception cref="OutcomeException">There is no record of this run, or it cannot be trusted or read.</exception>
    public static ScriptRecord Read(string runDirectory, string runId)
    {
        string path = Path.Combine(runDirectory, FileName);
        using TrustedFile file = TrustedFile.Open(path, FileRole.Record);
        try
        {
            JsonElement document = JsonDocument.Parse(file.ReadAtMost(MostBytes)).RootElement;
            ScriptRecord record = document.Deserialize(ScriptRecordJson.Default.ScriptRecord) ?? throw new JsonException("the record is null");
            return record.RunId == runId
                ? record with { Document = document }
                : throw new OutcomeException(FileRole.Record.Untrusted, $"{path} is the record of another run ({record.RunId})");
        }
        catch (JsonException malformed)
        {
            throw new OutcomeException(FileRole.Record.Untrusted, $"{path}: {malformed.Message}");
        }
    }

    public RecordedEngine? Engine(string name) => Engines.FirstOrDefault(engine => engine.Name == name);
}

/// <summary>One engine's hold; the times are absent where nothing was held, and the directories where the server was not asked for them.</summary>
internal sealed record RecordedEngine(
    string Name,
    string Proof,
    double? StoppedAtMs = null,
    double? HeldFromMs = null,
    double? HeldToMs = null,
    IReadOnlyList<RecordedDirectory>? Directories = null);

/// <summary>A directory with an engine's files, and the file system on which the pre script found it: its mount point and its <c>major:minor</c>.</summary>
internal sealed record RecordedDirectory(string Path, string Mount, string Device);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ScriptRecord))]
internal sealed partial class ScriptRecordJson : JsonSerializerContext;
