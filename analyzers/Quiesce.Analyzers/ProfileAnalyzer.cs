using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>
/// Binds every profile class once, as the generator does, and has it judged: by the contract's rules, by what its settings would be anyway, and – once the last class was seen – beside the
/// project's other profiles. One analyzer, because binding is what costs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProfileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Descriptors.OfContractRules, AuthoringDescriptors.SettingEqualsDefault, AuthoringDescriptors.StrayAttribute];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!AuthoringNames.AreKnownIn(start.Compilation))
                return;

            var names = new AuthoringNames(start.Compilation);
            var project = new ProjectProfiles();
            start.RegisterSymbolAction(symbol => Analyze(symbol, names, project), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(project.Report);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, AuthoringNames names, ProjectProfiles project)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!names.SeemToMark(type, context.CancellationToken))
            return;

        if (type.GetAttributes().Find(AttributeNames.ConsistencyProfile) is not { } attribute)
        {
            StrayParts.Report(context, type);
            return;
        }

        var profile = ProfileBinder.Bind(type, attribute, context.Compilation.Assembly);
        project.Add(profile);
        ContractRules.Report(context, profile);
        RedundantSettings.Report(context, profile);
    }
}
