using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>
/// A profile, and the symbols it was read from. Only analyzers keep the symbols, for as long as they look; the generator takes the spec and lets go of the rest.
/// </summary>
internal sealed record BoundProfile(
    ProfileSpec Spec,
    INamedTypeSymbol Type,
    AttributeData Attribute,
    AttributeData? Defaults,
    ImmutableArray<BoundEngine> Engines,
    ImmutableArray<BoundStep> Steps);
