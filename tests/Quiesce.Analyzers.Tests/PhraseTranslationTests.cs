using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Analyzers.Tests.Samples;
using Quiesce.Contract;
using Quiesce.Tests;
using Xunit;

namespace Quiesce.Analyzers.Tests;

/// <summary>What fills a message is in the message's language, wherever it is ours.</summary>
public sealed partial class PhraseTranslationTests
{
    private static readonly Lazy<string[]> s_phrases = new(PhrasesOfTheContract);

    public static TheoryData<string> Languages { get; } = [.. Translations.Languages];

    public static TheoryData<string> Labels { get; } = [.. RuleSamples.ByLabel.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_phrase_of_the_contract_and_none_that_is_gone(string language)
        => Assert.Equal(s_phrases.Value, Translations.Of("PhraseTexts", language).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_phrase_is_translated_and_has_the_same_places_to_fill(string language)
        => Assert.All(Translations.Of("PhraseTexts", language), phrase =>
        {
            Assert.True(phrase.Key != phrase.Value || !Word().IsMatch(phrase.Key), phrase.Key);
            Assert.DoesNotMatch(EnglishWord(), phrase.Value);
            Assert.Equal(Places(phrase.Key), Places(phrase.Value));
        });

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task No_English_word_of_ours_is_left_in_a_message(string label)
    {
        foreach (var diagnostic in await DiagnosticsOf(RuleSamples.ByLabel[label]))
        {
            var english = diagnostic.GetMessage(CultureInfo.GetCultureInfo("en"));
            Assert.All(Translations.Languages, language =>
            {
                var message = diagnostic.GetMessage(Translations.CultureOf(language));
                Assert.NotEqual(english, message);
                Assert.DoesNotMatch(EnglishWord(), Quoted().Replace(message, ""));
            });
        }
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsOf(RuleSample sample)
    {
        var source = MarkedSource.Unmarked(sample.Written(Writing.Literal, fires: true).Source);
        var diagnostics = await CSharpCompilation
            .Create("Shop", [CSharpSyntaxTree.ParseText(source)], ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers(AnalyzersUnderTest.All)
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return diagnostics.Where(diagnostic => diagnostic.Id == sample.RuleId);
    }

    /// <summary>The English words of every phrase that the contract's source makes, as the compiler understands it.</summary>
    private static string[] PhrasesOfTheContract()
    {
        var folder = Path.Combine(Repository.Root, "src", "Quiesce.Contract");
        var trees = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).StartsWith("obj", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)))
            .ToList();
        var compilation = CSharpCompilation.Create("Contract", trees, ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. trees
                .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
                .Select(creation => (creation, model: compilation.GetSemanticModel(creation.SyntaxTree)))
                .Where(found => found.creation.ArgumentList is not null && found.model.GetTypeInfo(found.creation).Type?.Name == nameof(Phrase))
                .Select(found => found.model.GetConstantValue(found.creation.ArgumentList!.Arguments[0].Expression).Value)
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Places(string format) => Regex.Matches(format, @"\{\d+\}").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"[a-z]{3,}")]
    private static partial Regex Word();

    /// <summary>Words that hardly an English sentence goes without, and that neither shell nor Swedish has.</summary>
    [GeneratedRegex(@"\b(the|an?(?= [a-z])|is|are|and|of|to|not|use|write|with|from|it|its|or|by|that|there|has|password|key|token|word|end)\b")]
    private static partial Regex EnglishWord();

    /// <summary>What an author wrote is shown as it was written.</summary>
    [GeneratedRegex("'[^']*'")]
    private static partial Regex Quoted();
}
