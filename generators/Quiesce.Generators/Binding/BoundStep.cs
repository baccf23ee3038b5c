using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>A step, and the field and attribute it was read from.</summary>
internal sealed record BoundStep(StepSpec Spec, IFieldSymbol Field, AttributeData Attribute);
