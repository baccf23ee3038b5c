using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

            var names = new AuthoringNames(start.Compilation, start.CancellationToken);
            var project = new ProjectProfiles();
            start.RegisterSyntaxNodeAction(node => Analyze(node, names, project), SyntaxKind.Attribute);
            start.RegisterCompilationEndAction(project.Report);
        });
    }

    /// <summary>By attribute and not by class: a project has more classes than attributes that could be ours.</summary>
    private static void Analyze(SyntaxNodeAnalysisContext context, AuthoringNames names, ProjectProfiles project)
    {
        var written = (AttributeSyntax)context.Node;
        if (!names.SeemToBe(written) || ClassOf(written) is not { } declaration || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type)
            return;

        if (type.GetAttributes().Find(AttributeNames.ConsistencyProfile) is not { } attribute)
        {
            StrayParts.Report(context, type, written);
            return;
        }

        if (!attribute.IsWrittenAs(written))
            return;

        var profile = ProfileBinder.Bind(type, attribute, context.Compilation.Assembly);
        project.Add(profile);
        ContractRules.Report(context, profile);
        RedundantSettings.Report(context, profile);
    }

    /// <summary>The class that carries the attribute, or whose field does.</summary>
    private static TypeDeclarationSyntax? ClassOf(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        TypeDeclarationSyntax type => type,
        FieldDeclarationSyntax field => field.Parent as TypeDeclarationSyntax,
        _ => null,
    };
}
