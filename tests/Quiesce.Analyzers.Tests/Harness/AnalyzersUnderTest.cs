using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.CodeFixes;

namespace Quiesce.Analyzers.Tests.Harness;

/// <summary>Every analyzer and every fix of the package, as the compiler and the IDE find them: by their attribute.</summary>
internal static class AnalyzersUnderTest
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> All = Instances<DiagnosticAnalyzer, DiagnosticAnalyzerAttribute>(typeof(ProfileAnalyzer));

    public static readonly ImmutableArray<CodeFixProvider> Fixes = Instances<CodeFixProvider, ExportCodeFixProviderAttribute>(typeof(NearestValueFix));

    private static ImmutableArray<T> Instances<T, TAttribute>(Type neighbour)
        where TAttribute : Attribute
        =>
        [
            .. neighbour.Assembly.GetTypes()
                .Where(type => type.IsDefined(typeof(TAttribute), inherit: false))
                .Select(type => (T)Activator.CreateInstance(type)!),
        ];
}
