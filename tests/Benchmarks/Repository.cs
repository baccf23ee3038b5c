using System.IO;
using System.Linq;
using System.Reflection;

namespace Quiesce.Benchmarks;

/// <summary>Where this repository was when the program was compiled.</summary>
internal static class Repository
{
    private static readonly string Root = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);
}
