using System.Linq;
using System.Reflection;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>Where this repository was when the tests were compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;
}
