using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Analyzers.Tests.Samples;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests;

/// <summary>Walks the rules, and names what one of them lacks.</summary>
public sealed class RuleTableTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string TestSources = string.Concat(
        Directory.GetFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("RuleTableTests.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string, string> IdsAndLanguages
        => [.. Descriptors.All.SelectMany(descriptor => Translations.Languages.Select(language => (descriptor.Id, language)))];

    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        Assert.Equal(Descriptors.All.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal), Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.Equal(RuleTable.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), RuleTable.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Every_class_of_a_rule_is_in_the_table()
        => Assert.Equal(
            typeof(Rule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleTable.All.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_of_the_table_has_a_descriptor_that_says_the_same()
        => Assert.All(RuleTable.All, rule =>
        {
            var descriptor = Descriptors.Of(rule);
            Assert.Equal(
                (rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.Severity.ToString()),
                (descriptor.Id, English(descriptor.Title), English(descriptor.MessageFormat), descriptor.Category, descriptor.DefaultSeverity.ToString()));
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_reported_by_an_analyzer_and_configurable_unless_it_is_an_error(string id)
    {
        var descriptor = Find(id);
        Assert.Contains(AnalyzersUnderTest.All, analyzer => analyzer.SupportedDiagnostics.Contains(descriptor));
        Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.Error, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_tests(string id)
    {
        var owner = RuleTable.All.FirstOrDefault(rule => rule.Id == id)?.GetType().Name
            ?? typeof(Descriptors).Assembly.GetTypes().Single(type => type.GetField("RuleId", BindingFlags.Static | BindingFlags.NonPublic)?.GetRawConstantValue() is string own && own == id).Name;
        Assert.Matches($@"\b{owner}\b", TestSources);
    }

    [Fact]
    public void Every_rule_has_samples_of_what_breaks_it_and_what_does_not()
        => Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id).Except([RuleSamples.WithoutSample]),
            RuleSamples.ByLabel.Values.Select(sample => sample.RuleId).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_every_chapter(string id)
    {
        var descriptor = Find(id);
        Assert.EndsWith($"/analyzers/rules/{id}.md", descriptor.HelpLinkUri);
        var page = File.ReadAllText(Path.Combine(Root, "analyzers", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {English(descriptor.Title)}\n", page);
        Assert.Contains($"| {descriptor.Category} | {descriptor.DefaultSeverity} |\n", page);
        Assert.Equal(
            ["Cause", "What it costs at restore", "Non-compliant", "Compliant", "How to fix", "When to suppress"],
            Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_row_in_the_list_of_pages_and_one_in_the_releases(string id)
    {
        var descriptor = Find(id);
        Assert.Contains($"| [{id}]({id}.md) | {English(descriptor.Title)} | {descriptor.DefaultSeverity} |\n", File.ReadAllText(Path.Combine(Root, "analyzers", "rules", "README.md")));
        var releases = new[] { "Shipped", "Unshipped" }.Select(state => File.ReadAllText(Path.Combine(Root, "analyzers", "Quiesce.Analyzers", $"AnalyzerReleases.{state}.md")));
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {English(descriptor.Title)}\n", string.Concat(releases));
    }

    [Theory]
    [MemberData(nameof(IdsAndLanguages))]
    public void A_rule_is_translated_and_names_the_same_things_in_every_language(string id, string language)
    {
        var descriptor = Find(id);
        var texts = XDocument.Load(Path.Combine(Root, "analyzers", "Quiesce.Analyzers", "Resources", $"RuleTexts.{language}.resx")).Root!
            .Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

        Assert.NotEqual(English(descriptor.Title), texts[RuleTexts.TitleKey(id)]);
        Assert.Equal(Placeholders(English(descriptor.MessageFormat)), Placeholders(texts[RuleTexts.MessageKey(id)]));
    }

    [Theory]
    [InlineData("ja", "タイムアウトがホストの範囲外です")]
    [InlineData("sv", "Tidsgränsen ligger utanför värdens intervall")]
    [InlineData("zh-Hant", "逾時超出主機的範圍")]
    public void The_compiler_shows_a_rule_in_the_language_of_its_user(string language, string title)
        => Assert.Equal(title, ContractDescriptors.TimeoutOutsideContract.Title.ToString(Translations.CultureOf(language)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_speaks_English_where_it_has_no_translation(string id)
        => Assert.Equal(English(Find(id).MessageFormat), Find(id).MessageFormat.ToString(CultureInfo.GetCultureInfo("cy")));

    private static DiagnosticDescriptor Find(string id) => Descriptors.All.Single(descriptor => descriptor.Id == id);

    private static string English(LocalizableString text) => text.ToString(CultureInfo.GetCultureInfo("en"));

    private static IEnumerable<string> Placeholders(string format) => Regex.Matches(format, @"\{\d+\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
