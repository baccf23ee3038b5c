using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>All profiles of a project together: what must not be the same in two of them.</summary>
internal sealed class ProjectProfiles
{
    private readonly ConcurrentBag<BoundProfile> _profiles = [];

    public void Add(BoundProfile profile) => _profiles.Add(profile);

    public void Report(CompilationAnalysisContext context)
    {
        var names = from profile in _profiles
                    let name = profile.Spec.Name
                    where name is not null
                    select new Claim(profile, name, other => ProfileNameSharedRule.Instance.Shared(name, other));
        var locations = from profile in _profiles
                        from chosen in ScriptPathSharedRule.ChosenBy(profile.Spec)
                        select new Claim(profile, chosen.Path, other => ScriptPathSharedRule.Instance.Shared(chosen.Setting, chosen.Path, other));
        ReportShared(context, names);
        ReportShared(context, locations);
    }

    /// <summary>Each is told of the first other one, in the order of their names: the same message at every build.</summary>
    private static void ReportShared(CompilationAnalysisContext context, IEnumerable<Claim> claims)
    {
        foreach (var group in claims.GroupBy(claim => claim.Value, StringComparer.Ordinal))
        {
            var types = group.Select(claim => claim.Profile.Spec.TypeName).Distinct().OrderBy(name => name, StringComparer.Ordinal).ToArray();
            foreach (var claim in group.Where(_ => types.Length > 1))
            {
                var violation = claim.SharedWith(types[claim.Profile.Spec.TypeName == types[0] ? 1 : 0]);
                context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.Locate(claim.Profile, violation)));
            }
        }
    }

    /// <param name="Profile">Whose it is.</param>
    /// <param name="Value">What only one profile can have.</param>
    /// <param name="SharedWith">The violation, given the name of another class that has it.</param>
    private sealed record Claim(BoundProfile Profile, string Value, Func<string, Violation> SharedWith);
}
