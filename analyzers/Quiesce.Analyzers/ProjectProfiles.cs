using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>All profiles of a project together.</summary>
internal sealed class ProjectProfiles
{
    private readonly ConcurrentBag<BoundProfile> _profiles = [];

    public void Add(BoundProfile profile) => _profiles.Add(profile);

    public void Report(CompilationAnalysisContext context)
    {
        foreach (var namesakes in _profiles.Where(profile => profile.Spec.Name is not null).GroupBy(profile => profile.Spec.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Report(context, [.. namesakes.OrderBy(profile => profile.Spec.TypeName, StringComparer.Ordinal)]);
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<BoundProfile> namesakes)
    {
        for (var index = 0; index < namesakes.Length; index++)
        {
            var other = namesakes[index == 0 ? 1 : 0].Spec.TypeName;
            var violation = ProfileNameSharedRule.Instance.Shared(namesakes[index].Spec.Name!, other);
            context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.Locate(namesakes[index], violation)));
        }
    }
}
