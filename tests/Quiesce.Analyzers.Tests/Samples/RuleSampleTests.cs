using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Xunit;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>A value is the same mistake however it is written, and the nearest legal one is none.</summary>
public sealed class RuleSampleTests
{
    public static TheoryData<string, Writing> SamplesAndWritings
        => [.. RuleSamples.ByLabel.SelectMany(labelled => labelled.Value.Writings().Select(writing => (labelled.Key, writing)))];

    public static TheoryData<string> Labels => [.. RuleSamples.ByLabel.Keys];

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

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task What_a_fix_mends_in_one_profile_it_mends_in_all_at_once(string label)
    {
        var sample = RuleSamples.ByLabel[label];
        var source = sample.Written(Writing.Literal, fires: true).Source;
        await new ProjectBuilder(sample.RuleId).WithSource(source).WithSource(AnotherLike(source)).ByFixingAll().WhateverTheFix().ValidateAsync();
    }

    /// <summary>The same with other names for its classes and its profile.</summary>
    private static string AnotherLike(string source)
        => Regex.Replace(source, @"(?<=class (\[\|)?)\w+", "$0Too").Replace("web-shop", "second", StringComparison.Ordinal).Replace("\"shop\"", "\"second\"", StringComparison.Ordinal);
}
