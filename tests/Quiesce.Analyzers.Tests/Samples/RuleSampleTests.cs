using System.Linq;
using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Xunit;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>A value is the same mistake however it is written, and the nearest legal one is none.</summary>
public sealed class RuleSampleTests
{
    public static TheoryData<string, Writing> SamplesAndWritings
        => [.. RuleSamples.ByLabel.SelectMany(labelled => labelled.Value.Writings().Select(writing => (labelled.Key, writing)))];

    [Theory]
    [MemberData(nameof(SamplesAndWritings))]
    public async Task What_breaks_a_rule_is_blamed_and_what_any_fix_makes_of_it_is_not(string label, Writing writing)
    {
        var sample = RuleSamples.ByLabel[label];
        var (source, constants) = sample.Written(writing, fires: true);
        await new ProjectBuilder(sample.RuleId).WithSource(source).WithSource(constants).WhateverTheFix().ValidateAsync();
    }

    [Theory]
    [MemberData(nameof(SamplesAndWritings))]
    public async Task The_nearest_that_keeps_a_rule_is_not_blamed(string label, Writing writing)
    {
        var sample = RuleSamples.ByLabel[label];
        var (source, constants) = sample.Written(writing, fires: false);
        await new ProjectBuilder(sample.RuleId).WithSource(source).WithSource(constants).ValidateAsync();
    }
}
