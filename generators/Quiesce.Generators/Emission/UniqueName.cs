using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Quiesce.Generators.Emission;

internal static class UniqueName
{
    /// <summary>
    /// The type's full name with what is not an ASCII letter or digit replaced, and a hash of the exact name: the compiler refuses two generated files whose names differ in case alone, and
    /// two types' names can differ in case alone.
    /// </summary>
    public static string Of(INamedTypeSymbol type)
    {
        var fullName = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        var name = new StringBuilder(fullName.Length + 9);
        foreach (var c in fullName)
            name.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_');
        return name.Append('_').Append(HashOf(fullName).ToString("x8", CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>FNV-1a: the same on every machine, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static uint HashOf(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        return hash;
    }
}
