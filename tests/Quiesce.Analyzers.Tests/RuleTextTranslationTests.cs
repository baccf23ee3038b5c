using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Resources;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Quiesce.Analyzers.Tests;

/// <summary>The texts are read from the very assemblies that the compiler loads, so that no English one can step in unnoticed for one that is missing.</summary>
public sealed class RuleTextTranslationTests
{
    public static TheoryData<string> Languages { get; } = ["ja", "sv", "zh-Hant"];

    private static IEnumerable<(string Key, LocalizableString Text)> Texts => Descriptors.All.SelectMany(rule => new[]
    {
        (RuleTexts.TitleKey(rule.Id), rule.Title),
        (RuleTexts.MessageKey(rule.Id), rule.MessageFormat),
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_the_texts_of_every_rule_and_none_of_a_rule_that_is_gone(string language)
        => Assert.Equal(
            Texts.Select(text => text.Key).Order(StringComparer.Ordinal),
            TranslationsInto(language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_names_of_settings_and_attributes_are_those_that_the_author_has_typed(string language)
    {
        var translated = TranslationsInto(language);

        Assert.All(Texts, text => Assert.Equal(
            [text.Key, .. NamesIn(text.Text.ToString(CultureInfo.InvariantCulture))],
            [text.Key, .. NamesIn(translated[text.Key])]));
    }

    /// <summary>Words of several capitalised parts, such as TimeoutInSeconds.</summary>
    private static IEnumerable<string> NamesIn(string text)
        => Regex.Matches(text, "[A-Z][a-z]+(?:[A-Z][a-z]+)+").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    private static Dictionary<string, string> TranslationsInto(string language)
    {
        var satellite = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, language, "Quiesce.Analyzers.resources.dll"));
        using var stream = satellite.GetManifestResourceStream($"Quiesce.Analyzers.Resources.RuleTexts.{language}.resources")!;
        using var resources = new ResourceSet(stream);
        return resources.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }
}
