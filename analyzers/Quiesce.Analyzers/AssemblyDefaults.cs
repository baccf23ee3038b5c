using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Judges the assembly's defaults where they are written, each by itself.</summary>
internal static class AssemblyDefaults
{
    public static void Report(SyntaxNodeAnalysisContext context, AttributeListSyntax list)
    {
        if (list.Target is null || !list.Target.Identifier.IsKind(SyntaxKind.AssemblyKeyword))
            return;

        var defaults = context.Compilation.Assembly.GetAttributes().Find(AttributeNames.ProfileDefaults);
        if (defaults?.ApplicationSyntaxReference is not { } place || place.SyntaxTree != list.SyntaxTree || !list.Span.Contains(place.Span))
            return;

        foreach (var argument in defaults.NamedArguments)
        {
            foreach (var violation in RuleTable.Check(ProfileDefaultsBinder.Bind(defaults, argument.Key)).Where(violation => violation.Setting.Name == argument.Key))
                context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.LocateIn(defaults, violation.Setting)));
        }
    }
}
