using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Quiesce.Build;

/// <summary>
/// Finds the generator's records in a compiled assembly. Only metadata is read: nothing is loaded and nothing runs, so that
/// an assembly for any framework or machine can be read, and is free to be replaced a moment later.
/// </summary>
internal sealed class CompiledProfilesReader
{
    private const string RecordNamespace = "Quiesce.Generated";

    private readonly MetadataReader metadata;
    private readonly Dictionary<string, string> fragments = new(StringComparer.Ordinal);
    private readonly List<ArtifactRecord> artifacts = [];
    private readonly List<Rejection> rejections = [];

    private CompiledProfilesReader(MetadataReader metadata)
    {
        this.metadata = metadata;
    }

    public static CompiledProfiles Read(string assemblyPath)
    {
        using var file = File.OpenRead(assemblyPath);
        using var assembly = new PEReader(file);
        return new CompiledProfilesReader(assembly.GetMetadataReader()).ReadRecords();
    }

    private CompiledProfiles ReadRecords()
    {
        // Wherever they are attached: the generator keeps them off the assembly itself, because there they would reach the
        // reference assembly, and every edit of a script would recompile all dependents.
        foreach (var handle in metadata.CustomAttributes)
            ReadRecord(metadata.GetCustomAttribute(handle));
        return new CompiledProfiles([.. artifacts.Select(Assemble)], rejections);
    }

    private void ReadRecord(CustomAttribute attribute)
    {
        switch (RecordName(attribute))
        {
            case "QuiesceFragmentAttribute":
                var fragment = new RecordArguments(metadata.GetBlobReader(attribute.Value));
                fragments[fragment.NextText()] = fragment.NextText();
                break;
            case "QuiesceArtifactAttribute":
                var artifact = new RecordArguments(metadata.GetBlobReader(attribute.Value));
                artifacts.Add(new ArtifactRecord(artifact.NextText(), artifact.NextText(), artifact.NextText(), artifact.NextTexts()));
                break;
            case "QuiesceRejectedAttribute":
                var rejection = new RecordArguments(metadata.GetBlobReader(attribute.Value));
                rejections.Add(new Rejection(rejection.NextText(), rejection.NextText(), rejection.NextText()));
                break;
        }
    }

    /// <summary>A script body stands once in the assembly, however many profiles share it; here each file gets its copy.</summary>
    private Artifact Assemble(ArtifactRecord record)
    {
        var text = new StringBuilder(record.Header);
        foreach (var name in record.Fragments)
        {
            if (!fragments.TryGetValue(name, out var body))
                throw BuildError.UnreadableRecord($"'{record.Path}' needs the fragment '{name}', which is not there");
            text.Append(body);
        }

        return new Artifact(record.Path, Artifact.ParseMode(record.Path, record.Mode), text.ToString());
    }

    /// <summary>The records' attribute types are compiled into the same assembly, so that their constructors are its own methods.</summary>
    private string? RecordName(CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MethodDefinition)
            return null;
        var constructor = metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor);
        var type = metadata.GetTypeDefinition(constructor.GetDeclaringType());
        return metadata.StringComparer.Equals(type.Namespace, RecordNamespace) ? metadata.GetString(type.Name) : null;
    }

    private sealed record ArtifactRecord(string Path, string Mode, string Header, IReadOnlyList<string> Fragments);
}
