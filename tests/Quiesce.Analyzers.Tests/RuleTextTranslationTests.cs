using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Quiesce.Analyzers.Tests.Harness;
using Xunit;

namespace Quiesce.Analyzers.Tests;

public sealed class RuleTextTranslationTests
{
    public static TheoryData<string> Languages { get; } = [.. Translations.Languages];

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
            Translations.Of("RuleTexts", language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_names_of_settings_and_attributes_are_those_that_the_author_has_typed(string language)
    {
        var translated = Translations.Of("RuleTexts", language);

        Assert.All(Texts, text => Assert.Equal(
            [text.Key, .. NamesIn(text.Text.ToString(CultureInfo.InvariantCulture))],
            [text.Key, .. NamesIn(translated[text.Key])]));
    }

    /// <summary>Words of several capitalised parts, such as TimeoutInSeconds.</summary>
    private static IEnumerable<string> NamesIn(string text)
        => Regex.Matches(text, "[A-Z][a-z]+(?:[A-Z][a-z]+)+").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
}
