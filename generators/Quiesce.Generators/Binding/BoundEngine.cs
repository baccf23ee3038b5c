using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>An engine, and the attribute it was read from.</summary>
internal sealed record BoundEngine(EngineSpec Spec, AttributeData Attribute);
