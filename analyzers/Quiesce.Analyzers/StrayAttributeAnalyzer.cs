using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>An engine or a step outside a profile is never compiled: nothing would come to rest, and nobody would be told.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StrayAttributeAnalyzer : DiagnosticAnalyzer
{
    internal const string RuleId = "QSC6008";
    internal const string RuleTitle = "Engine or step outside a profile";
    internal const string RuleMessageFormat = "[{0}] has no effect here: '{1}' is not a profile, because it lacks [ConsistencyProfile]";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.StrayAttribute];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var attributes = type.GetAttributes();
        if (attributes.Find(AttributeNames.ConsistencyProfile) is not null)
            return;

        foreach (var attribute in attributes)
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
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.StrayAttribute, location, name.Substring(0, name.Length - Suffix.Length), type.Name));
    }
}
