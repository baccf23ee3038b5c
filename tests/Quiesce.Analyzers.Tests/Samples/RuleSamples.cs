using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>Every rule's samples. Tests walk them, and <see cref="RuleTableTests"/> names a rule that has none.</summary>
internal static class RuleSamples
{
    /// <summary>Broken only by what another generator adds, which no analyzer sees; the generator's tests of rejections break it.</summary>
    public const string WithoutSample = ConstantUnreadableRule.RuleId;

    /// <summary>Each by its rule and its number among that rule's.</summary>
    public static IReadOnlyDictionary<string, RuleSample> ByLabel { get; } =
        new[] { ContractSamples.All, BudgetSamples.All, EngineSamples.All, SafetySamples.All, StepSamples.All, AuthoringSamples.All }
            .SelectMany(samples => samples)
            .GroupBy(sample => sample.RuleId)
            .SelectMany(samples => samples.Select((sample, index) => (Label: $"{samples.Key} sample {index + 1}", sample)))
            .ToDictionary(labelled => labelled.Label, labelled => labelled.sample);
}
