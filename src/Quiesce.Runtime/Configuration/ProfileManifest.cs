using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;

namespace Quiesce.Runtime.Configuration;

/// <summary>What <c>profile.json</c> tells of a deployed profile beside the host's JSON: what a run needs of it.</summary>
internal sealed record ProfileManifest
{
    public const int MostBytes = 1024 * 1024;

    public required int SchemaVersion { get; init; }

    public required string Name { get; init; }

    public required int LeaseInSeconds { get; init; }

    public required int FreezeLimitInSeconds { get; init; }

    public required string RunDirectory { get; init; }

    public required string StateDirectory { get; init; }

    public required IReadOnlyList<string> Mounts { get; init; }

    public required IReadOnlyList<ManifestEngine> Engines { get; init; }

    /// <summary>The digest of every other file of the profile, by its name.</summary>
    public required IReadOnlyDictionary<string, string> Sha256 { get; init; }

    public static ProfileManifest Read(string path, byte[] text)
    {
        try
        {
            ProfileManifest? manifest = JsonSerializer.Deserialize(text, ManifestJson.Default.ProfileManifest);
            return manifest switch
            {
                null => throw Mismatch(path, "is null"),
                { SchemaVersion: not ProfileJsonCompiler.SchemaVersion } =>
                    throw Mismatch(path, $"has schema version {manifest.SchemaVersion}; this runtime reads version {ProfileJsonCompiler.SchemaVersion}"),
                _ => manifest,
            };
        }
        catch (JsonException malformed)
        {
            throw Mismatch(path, malformed.Message);
        }
    }

    private static OutcomeException Mismatch(string path, string message) => new(OutcomeCatalogue.ProfileMismatch, $"{path}: {message}");
}

/// <summary>One engine of a deployed profile, with the kind of proof that its method needs: <c>held</c>, <c>atomic</c> or <c>stopped</c>.</summary>
internal sealed record ManifestEngine(string Kind, string Name, string? Method, string Proof, IReadOnlyList<string> Mounts);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProfileManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
