using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Quiesce.Generators.Binding;

internal static class AttributeDataExtensions
{
    /// <summary>The attribute's full name, or <see langword="null"/> for attributes of other libraries: the cheap question first, because most attributes are not ours.</summary>
    public static string? NameIfOurs(this AttributeData attribute)
        => attribute.AttributeClass is { ContainingNamespace: { Name: AttributeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
            ? AttributeNames.Namespace + "." + type.MetadataName
            : null;

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name)
        => attributes.FirstOrDefault(attribute => attribute.NameIfOurs() == name);

    /// <summary>Whether it stands at that place of the source.</summary>
    public static bool IsWrittenAs(this AttributeData attribute, SyntaxNode written)
        => attribute.ApplicationSyntaxReference is { } place && place.SyntaxTree == written.SyntaxTree && place.Span == written.Span;

    /// <summary>Whether every argument has a value. The compiler says why where it does not – unless the value comes from code that another generator adds, which no generator sees.</summary>
    public static bool IsReadable(this AttributeData attribute)
        => attribute.AttributeConstructor is not null
            && attribute.ConstructorArguments.All(IsReadable)
            && attribute.NamedArguments.All(argument => IsReadable(argument.Value));

    private static bool IsReadable(TypedConstant constant)
        => constant.Kind == TypedConstantKind.Array
            ? constant.IsNull || constant.Values.All(IsReadable)
            : constant.Kind != TypedConstantKind.Error;
}
