using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>Turns attributed fields into steps, in the order of the source.</summary>
internal static class StepBinder
{
    public static IEnumerable<BoundStep> Bind(INamedTypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            foreach (var attribute in field.GetAttributes())
            {
                StepPhase? phase = attribute.NameIfOurs() switch
                {
                    AttributeNames.BeforeQuiesce => StepPhase.BeforeQuiesce,
                    AttributeNames.AfterRelease => StepPhase.AfterRelease,
                    _ => null,
                };
                if (phase is { } known)
                    yield return new BoundStep(Bind(type, field, new AttributeArguments(attribute), known), field, attribute);
            }
        }
    }

    /// <summary>The same step, with one setting overlooked as if it were not written.</summary>
    public static StepSpec Bind(INamedTypeSymbol type, BoundStep step, string without)
        => Bind(type, step.Field, new AttributeArguments(step.Attribute, without: without), step.Spec.Phase);

    private static StepSpec Bind(INamedTypeSymbol type, IFieldSymbol field, AttributeArguments step, StepPhase phase) => new()
    {
        Member = field.Name,
        Phase = phase,
        IsConstString = IsConstString(field),
        Text = TextOf(field),
        TimeoutInSeconds = step.Int32(nameof(StepSpec.TimeoutInSeconds), Limits.DefaultStepTimeoutInSeconds),
        Undo = step.Text(nameof(StepSpec.Undo)) is { } undo ? new UndoSpec(undo, TextOf(type, undo)) : null,
    };

    private static string? TextOf(INamedTypeSymbol type, string member)
        => type.GetMembers(member).OfType<IFieldSymbol>().FirstOrDefault(IsConstString) is { } field ? TextOf(field) ?? "" : null;

    /// <summary>A source file with Windows line ends would otherwise put <c>\r</c> into the script.</summary>
    private static string? TextOf(IFieldSymbol field)
        => IsConstString(field) && field.HasConstantValue
            ? (field.ConstantValue as string ?? "").Replace("\r\n", "\n").Replace('\r', '\n')
            : null;

    private static bool IsConstString(IFieldSymbol field) => field is { IsConst: true, Type.SpecialType: SpecialType.System_String };
}
