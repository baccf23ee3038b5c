using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Looks at all profiles of a project together, once it has seen the last.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ProfileNameShared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var profiles = new ConcurrentBag<(string Name, INamedTypeSymbol Type, AttributeData Attribute)>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (type.GetAttributes().Find(AttributeNames.ConsistencyProfile) is { } attribute && new AttributeArguments(attribute).Name is { } name)
                        profiles.Add((name, type, attribute));
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var namesakes in profiles.GroupBy(profile => profile.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
                    Report(end, [.. namesakes.OrderBy(profile => profile.Type.ToDisplayString(), StringComparer.Ordinal)]);
            });
        });
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<(string Name, INamedTypeSymbol Type, AttributeData Attribute)> namesakes)
    {
        for (var index = 0; index < namesakes.Length; index++)
        {
            var other = namesakes[index == 0 ? 1 : 0].Type.ToDisplayString();
            var violation = ProfileNameSharedRule.Instance.Shared(namesakes[index].Name, other);
            context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.LocateIn(namesakes[index].Attribute, violation.Setting)));
        }
    }
}
