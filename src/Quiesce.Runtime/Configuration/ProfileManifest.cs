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

    /// <summary>All that is to be frozen, each mount once.</summary>
    public required IReadOnlyList<string> Mounts { get; init; }

    /// <summary>What the profile itself names, as it names it.</summary>
    public required IReadOnlyList<string> OwnMounts { get; init; }

    public required IReadOnlyList<string> SelfSnapshottingMounts { get; init; }

    public required IReadOnlyList<ManifestEngine> Engines { get; init; }

    public required IReadOnlyList<ManifestStep> Steps { get; init; }

    /// <summary>The digest of every other file of the profile, by its name.</summary>
    public required IReadOnlyDictionary<string, string> Sha256 { get; init; }

    /// <summary>Where the file says what it says.</summary>
    [JsonIgnore]
    public JsonPlaces Places { get; private init; } = null!;

    public static ProfileManifest Read(string path, byte[] text)
    {
        if (text.Length > MostBytes)
            throw Mismatch(new FilePlace(path), $"the file is larger than {MostBytes} bytes");
        try
        {
            var places = new JsonPlaces(path, text);
            ProfileManifest? manifest = JsonSerializer.Deserialize(text, ManifestJson.Default.ProfileManifest);
            return manifest is null ? throw Mismatch(places.Start, "is null") : (manifest with { Places = places }).Understood();
        }
        catch (JsonException malformed)
        {
            throw Mismatch(new FilePlace(path, malformed.PositionIn(text)), malformed.MessageWithoutPosition);
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
            Mounts = OwnMounts.ToArray(),
            SelfSnapshottingMounts = SelfSnapshottingMounts.ToArray(),
            ConfigLocation = ConfigLocation,
            RunDirectory = RunDirectory,
            LogDirectory = LogDirectory,
            StateDirectory = StateDirectory,
        },
        Engines = Engines.Select(engine => engine.ToSpec()).OfType<EngineSpec>().ToArray(),
        Steps = Steps.Select(step => step.ToSpec()).OfType<StepSpec>().ToArray(),
    };

    /// <summary>Refuses what this version would pass over, and so neither judge nor run as it was meant.</summary>
    private ProfileManifest Understood()
    {
        if (SchemaVersion != ProfileJsonCompiler.SchemaVersion)
            throw Mismatch(Places.Of("/schemaVersion"), $"has schema version {SchemaVersion}; this runtime reads version {ProfileJsonCompiler.SchemaVersion}");
        if (Places.Repeated is [string pointer, ..])
            throw Mismatch(Places.Of(pointer), $"{pointer} is there a second time");
        for (int index = 0; index < Engines.Count; index++)
        {
            if (Engines[index].ToSpec() is null)
                throw Mismatch(Places.Of($"/engines/{index}/kind"), $"there is no engine of the kind '{Engines[index].Kind}'");
        }

        for (int index = 0; index < Steps.Count; index++)
        {
            if (Steps[index].ToSpec() is null)
                throw Mismatch(Places.Of($"/steps/{index}/phase"), $"there is no phase '{Steps[index].Phase}'");
        }

        return this;
    }

    private static OutcomeException Mismatch(FilePlace place, string message) => new(OutcomeCatalogue.ProfileMismatch, new Remark(place, message));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ProfileManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
