using System.Reflection;

namespace Quiesce.Contract.Artifacts;

/// <summary>The version written into profile.json: that of this assembly, which generator, analyzers and runtime share.</summary>
internal static class GeneratorVersion
{
    public static string Text { get; } =
        typeof(GeneratorVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
