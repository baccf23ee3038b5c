using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>
/// The rules as the compiler knows them, one field a rule in the class of its category: with id and severity as literals at the constructor, so that release tracking sees them. A test
/// compares them with the rules.
/// </summary>
internal static class Descriptors
{
    /// <summary>An error of the contract cannot be configured away: the host would not follow.</summary>
    public const string NotConfigurable = WellKnownDiagnosticTags.NotConfigurable;

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. ContractDescriptors.All,
        .. BudgetDescriptors.All,
        .. EngineDescriptors.All,
        .. SafetyDescriptors.All,
        .. StepDescriptors.All,
        .. AuthoringDescriptors.All,
    ];

    public static ImmutableArray<DiagnosticDescriptor> OfContractRules { get; } =
        [.. RuleTable.All.Join(All, rule => rule.Id, descriptor => descriptor.Id, (_, descriptor) => descriptor)];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];
}
