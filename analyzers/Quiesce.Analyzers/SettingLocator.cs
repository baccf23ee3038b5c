using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Finds where in the source a setting is written. Only asked when there is something to report.</summary>
internal static class SettingLocator
{
    /// <summary>The place of a violation: part of a step's text where the rule knows which, else the setting as a whole.</summary>
    public static Location Locate(BoundProfile profile, Violation violation)
        => violation is { Range: { } range, Setting: { Part: ProfilePart.Step, Name: nameof(StepSpec.Text) } setting } && Initializer(profile.Steps[setting.Index].Field) is { } text
            ? StepTextLocator.Locate(text, range)
            : Locate(profile, violation.Setting);

    public static Location Locate(BoundProfile profile, SettingPath setting) => setting.Part switch
    {
        ProfilePart.Engine => LocateIn(profile.Engines[setting.Index].Attribute, setting),
        ProfilePart.Step => LocateStep(profile.Steps[setting.Index], setting),
        _ when setting.Name == nameof(ProfileSpec.Declaration) => profile.Type.Locations[0],
        _ => LocateIn(profile.Attribute, setting),
    };

    /// <summary>The value that the attribute gives the setting; where it gives none, the attribute's name.</summary>
    public static Location LocateIn(AttributeData attribute, SettingPath setting)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax syntax)
            return Location.None;

        if (setting.Name == nameof(SystemdUnitsSpec.Units))
            return UnitOf(syntax, setting.Element).GetLocation();

        return FindValue(syntax, setting) is { } value ? ElementOf(value, setting.Element).GetLocation() : syntax.Name.GetLocation();
    }

    /// <summary>A unit is an argument of its own behind the engine's name, or an element of the one array there.</summary>
    private static SyntaxNode UnitOf(AttributeSyntax attribute, int unit)
    {
        ExpressionSyntax[] units = [.. (attribute.ArgumentList?.Arguments ?? default).Where(argument => argument.NameEquals is null).Skip(1).Select(argument => argument.Expression)];
        if (units.Length == 1 && ElementOf(units[0], unit) is var element && element != units[0])
            return element;
        return unit < units.Length ? units[unit] : attribute.Name;
    }

    private static ExpressionSyntax? FindValue(AttributeSyntax attribute, SettingPath setting)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        return setting.Name == nameof(ProfileSpec.Name)
            ? arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression
            : arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting.Name)?.Expression;
    }

    private static Location LocateStep(BoundStep step, SettingPath setting)
    {
        var field = step.Field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax;
        return setting.Name switch
        {
            "" or nameof(StepSpec.Member) => field?.Identifier.GetLocation() ?? step.Field.Locations[0],
            nameof(StepSpec.Text) => field?.Initializer?.Value.GetLocation() ?? step.Field.Locations[0],
            _ => LocateIn(step.Attribute, setting),
        };
    }

    private static ExpressionSyntax? Initializer(IFieldSymbol field)
        => (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;

    private static SyntaxNode ElementOf(ExpressionSyntax array, int element)
    {
        var elements = array switch
        {
            _ when element < 0 => [],
            CollectionExpressionSyntax collection => collection.Elements.OfType<SyntaxNode>().ToArray(),
            ImplicitArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToArray<SyntaxNode>(),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.ToArray<SyntaxNode>(),
            _ => [],
        };
        return element >= 0 && element < elements.Length ? elements[element] : array;
    }
}
