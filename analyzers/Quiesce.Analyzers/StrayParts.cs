using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>An engine or a step outside a profile is never compiled: nothing would come to rest, and nobody would be told.</summary>
internal static class StrayParts
{
    internal const string RuleId = "QSC6008";
    internal const string RuleTitle = "Engine or step outside a profile";
    internal const string RuleMessageFormat = "[{0}] has no effect here: '{1}' is not a profile, because it lacks [ConsistencyProfile]";

    /// <summary>One attribute of a class that is no profile, or of its fields.</summary>
    public static void Report(SyntaxNodeAnalysisContext context, INamedTypeSymbol type, AttributeSyntax written)
    {
        var parts = type.GetAttributes().Where(attribute => EngineBinder.Bind(attribute) is not null).Concat(StepBinder.Bind(type).Select(step => step.Attribute));
        foreach (var part in parts.Where(part => part.IsWrittenAs(written)))
            context.ReportDiagnostic(Diagnostic.Create(AuthoringDescriptors.StrayAttribute, written.GetLocation(), NameOf(part.AttributeClass!), type.Name));
    }

    private static string NameOf(INamedTypeSymbol attribute)
    {
        const string Suffix = "Attribute";
        return attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length);
    }
}
