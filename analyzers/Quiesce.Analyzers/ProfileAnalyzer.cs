using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>
/// Binds every profile class once, as the generator does, and has it judged: by the contract's rules, by what its settings would be anyway, and – once the last class was seen – beside the
/// project's other profiles. Assembly-wide defaults are judged by the way. One analyzer, because binding is what costs, and being called.
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
            start.RegisterSyntaxNodeAction(node => Analyze(node, names, project), SyntaxKind.AttributeList);
            start.RegisterCompilationEndAction(project.Report);
        });
    }

    /// <summary>By attributes and not by classes, because a project has more of those; those of methods and properties are not even looked at.</summary>
    private static void Analyze(SyntaxNodeAnalysisContext context, AuthoringNames names, ProjectProfiles project)
    {
        var list = (AttributeListSyntax)context.Node;
        var declaration = list.Parent switch
        {
            TypeDeclarationSyntax type => type,
            FieldDeclarationSyntax field => field.Parent as TypeDeclarationSyntax,
            _ => null,
        };
        if (declaration is null)
        {
            AssemblyDefaults.Report(context, list);
            return;
        }

        foreach (var written in list.Attributes)
        {
            if (names.SeemToBe(written) && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type)
                Analyze(context, type, written, project);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol type, AttributeSyntax written, ProjectProfiles project)
    {
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
}
