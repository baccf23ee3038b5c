using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Quiesce.Generators.Tests;

/// <summary>What an emitted assembly carries for the build step, read as the build step does: every attribute by its type's name, wherever it stands.</summary>
internal sealed record AssemblyRecords(IReadOnlyList<(string Path, string Mode, string Text)> Artifacts, IReadOnlyList<(string TypeName, string RuleId, string Message)> Rejections)
{
    public static AssemblyRecords Of(GeneratorRun run) => Of(run.Output);

    public static AssemblyRecords Of(Compilation compilation)
    {
        var attributes = Load(compilation).GetTypes()
            .Where(type => type.Namespace == "Quiesce.Generated")
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .SelectMany(field => field.GetCustomAttributesData())
            .ToLookup(attribute => attribute.AttributeType.Name, attribute => attribute.ConstructorArguments);
        var fragments = attributes["QuiesceFragmentAttribute"].ToDictionary(fragment => Text(fragment[0]), fragment => Text(fragment[1]));
        return new AssemblyRecords(
            [.. attributes["QuiesceArtifactAttribute"].Select(artifact => (Text(artifact[0]), Text(artifact[1]), Text(artifact[2]) + string.Concat(Texts(artifact[3]).Select(name => fragments[name]))))],
            [.. attributes["QuiesceRejectedAttribute"].Select(rejected => (Text(rejected[0]), Text(rejected[1]), Text(rejected[2])))]);
    }

    public static Assembly Load(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        stream.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(stream);
    }

    private static string Text(CustomAttributeTypedArgument argument) => (string)argument.Value!;

    private static IEnumerable<string> Texts(CustomAttributeTypedArgument argument)
        => ((IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(Text);
}
