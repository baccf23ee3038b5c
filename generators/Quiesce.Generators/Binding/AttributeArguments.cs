using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>
/// Reads an attribute's arguments. What the attribute does not set comes from the assembly's defaults, and failing that is the fallback; what is set to an erroneous constant is
/// <see langword="null"/>: unknown, not wrong, so that half-typed code raises no second error.
/// </summary>
/// <param name="attribute">The attribute.</param>
/// <param name="defaults">The assembly's defaults, where it has any.</param>
/// <param name="only">The one setting to see; everything else is then unknown.</param>
/// <param name="without">A setting of the attribute's to overlook, as if it were not written.</param>
internal readonly struct AttributeArguments(AttributeData attribute, AttributeData? defaults = null, string? only = null, string? without = null)
{
    /// <summary>The first constructor argument.</summary>
    public string? Name
        => attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive } name ? name.Value as string ?? "" : null;

    /// <summary>The constructor's <c>params</c> array, which follows the name.</summary>
    public EquatableArray<string> RestOfConstructor
        => attribute.ConstructorArguments.LastOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } rest
            ? rest.Values.Where(value => value.Kind != TypedConstantKind.Error).Select(value => value.Value as string ?? "").ToEquatableArray()
            : default;

    public int? Int32(string name, int? fallback = null)
        => Find(name) is not { } constant ? Otherwise(fallback) : constant is { Kind: TypedConstantKind.Primitive, Value: int value } ? value : null;

    public bool? Boolean(string name, bool? fallback = null)
        => Find(name) is not { } constant ? Otherwise(fallback) : constant is { Kind: TypedConstantKind.Primitive, Value: bool value } ? value : null;

    /// <summary>An explicit <see langword="null"/> says the same as nothing.</summary>
    public string? Text(string name, string? fallback = null)
        => Find(name) is not { } constant || constant.IsNull
            ? only is null ? fallback : null
            : constant is { Kind: TypedConstantKind.Primitive, Value: string value } ? value : null;

    /// <summary>The number behind a constant of an enum, whether or not the enum names it.</summary>
    public int? Enumeration(string name)
        => Find(name) is not { } constant ? 0 : constant is { Kind: TypedConstantKind.Enum, Value: int value } ? value : null;

    /// <summary>A null element is the empty text: it is not a path, nor a parameter, and the rules say so.</summary>
    public EquatableArray<string> Texts(string name)
        => Find(name) is { Kind: TypedConstantKind.Array, IsNull: false } constant
            ? constant.Values.Where(value => value.Kind != TypedConstantKind.Error).Select(value => value.Value as string ?? "").ToEquatableArray()
            : default;

    private T? Otherwise<T>(T? fallback)
        where T : struct
        => only is null ? fallback : null;

    private TypedConstant? Find(string name)
        => only is not null && only != name ? null : (without == name ? null : Find(attribute, name)) ?? (defaults is null ? null : Find(defaults, name));

    private static TypedConstant? Find(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }

        return null;
    }
}
