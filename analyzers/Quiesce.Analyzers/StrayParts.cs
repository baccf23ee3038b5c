using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>An engine or a step outside a profile is never compiled: nothing would come to rest, and nobody would be told.</summary>
internal static class StrayParts
{
    internal const string RuleId = "QSC6008";
    internal const string RuleTitle = "Engine or step outside a profile";
    internal const string RuleMessageFormat = "[{0}] has no effect here: '{1}' is not a profile, because it lacks [ConsistencyProfile]";

    /// <summary>Of a class that is no profile.</summary>
    public static void Report(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (EngineBinder.Bind(attribute) is not null)
                Report(context, type, attribute);
        }

        foreach (var step in StepBinder.Bind(type))
            Report(context, type, step.Attribute);
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.AttributeClass!.Name;
        var location = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
        context.ReportDiagnostic(Diagnostic.Create(AuthoringDescriptors.StrayAttribute, location, name.Substring(0, name.Length - Suffix.Length), type.Name));
    }
}
