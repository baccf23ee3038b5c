using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Hosts the contract's rules: binds every profile class as the generator does, and shows each violation on the argument to blame.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProfileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfContractRules;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        // No look-up of our attribute's type beforehand: it would cost more than to ask every class for its attributes.
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.GetAttributes().Find(AttributeNames.ConsistencyProfile) is not { } attribute)
            return;

        var profile = ProfileBinder.Bind(type, attribute, context.Compilation.Assembly);
        foreach (var violation in RuleTable.Check(profile.Spec))
        {
            // The compiler has said why a constant has no value.
            if (violation.Rule is ConstantUnreadableRule || IsReportedOnDefaults(profile, violation))
                continue;

            context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.Locate(profile, violation)));
        }
    }

    /// <summary>Whether the value comes from the assembly's defaults and is wrong there already, whatever the profile.</summary>
    private static bool IsReportedOnDefaults(BoundProfile profile, Violation violation)
        => violation.Setting.Part == ProfilePart.Profile
            && profile.Defaults is { } defaults
            && !Sets(profile.Attribute, violation.Setting.Name)
            && Sets(defaults, violation.Setting.Name)
            && violation.Rule.Check(ProfileDefaultsBinder.Bind(defaults, violation.Setting.Name)).Any();

    private static bool Sets(AttributeData attribute, string setting) => attribute.NamedArguments.Any(argument => argument.Key == setting);
}
