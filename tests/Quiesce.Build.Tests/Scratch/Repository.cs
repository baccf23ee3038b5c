using System.Linq;
using System.Reflection;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>Where this repository was when the tests were compiled, and as what they were compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
