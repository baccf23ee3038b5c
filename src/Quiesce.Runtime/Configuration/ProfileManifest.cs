using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

/// <summary>What <c>profile.json</c> tells of a deployed profile beside the host's JSON: what a run needs of it.</summary>
internal sealed record ProfileManifest
{
    public const int MostBytes = 1024 * 1024;

    public required int SchemaVersion { get; init; }

    public required string Name { get; init; }

    public required string Type { get; init; }

    public required string ConfigLocation { get; init; }

    public required int LeaseInSeconds { get; init; }

    public required int FreezeLimitInSeconds { get; init; }

    public required string RunDirectory { get; init; }

    public required string LogDirectory { get; init; }

    public required string StateDirectory { get; init; }

    public required IReadOnlyList<string> Mounts { get; init; }

    public required IReadOnlyList<ManifestEngine> Engines { get; init; }

    public required IReadOnlyList<ManifestStep> Steps { get; init; }

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

    /// <summary>Whether this is, byte for byte, the file of that name that was compiled.</summary>
    public bool Describes(string name, byte[] content) => Sha256.GetValueOrDefault(name) == Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The profile as it was before it was compiled, together with what the host's JSON says: what the rules judge.</summary>
    public ProfileSpec ToSpec(HostSettings host) => new()
    {
        Name = Name,
        TypeName = Type,
        Host = host,
        Run = new RunSettings
        {
            LeaseInSeconds = LeaseInSeconds,
            FreezeLimitInSeconds = FreezeLimitInSeconds,
            Mounts = Mounts.Except(Engines.SelectMany(engine => engine.Mounts)).ToArray(),
            ConfigLocation = ConfigLocation,
            RunDirectory = RunDirectory,
            LogDirectory = LogDirectory,
            StateDirectory = StateDirectory,
        },
        Engines = Engines.Select(engine => engine.ToSpec()).OfType<EngineSpec>().ToArray(),
        Steps = Steps.Select(step => step.ToSpec()).ToArray(),
    };

    private static OutcomeException Mismatch(string path, string message) => new(OutcomeCatalogue.ProfileMismatch, $"{path}: {message}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProfileManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
