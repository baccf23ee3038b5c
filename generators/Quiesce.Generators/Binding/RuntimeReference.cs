using System.Linq;
using Microsoft.CodeAnalysis;

namespace Quiesce.Generators.Binding;

/// <summary>Whether a project can hold a profile's handle. Authors of profiles alone do not reference the runtime, and see nothing of it.</summary>
internal static class RuntimeReference
{
    public const string HandleType = "Quiesce.Runtime.ProfileHandle";

    private const string AssemblyName = "Quiesce.Runtime";

    public static bool IsIn(IModuleSymbol module)
        => module.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Identity.Name == AssemblyName)?.GetTypeByMetadataName(HandleType) is { DeclaredAccessibility: Accessibility.Public };
}
