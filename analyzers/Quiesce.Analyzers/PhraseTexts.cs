using System;
using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;
using Quiesce.Contract;

namespace Quiesce.Analyzers;

/// <summary>The contract's phrases in the language of the IDE. Their English words are their names here, and the fallback for every language without a resource file.</summary>
internal sealed class PhraseTexts : ResourceManager
{
    private static readonly PhraseTexts Instance = new();

    private PhraseTexts()
        : base("Quiesce.Analyzers.Resources.PhraseTexts", typeof(PhraseTexts).Assembly)
    {
    }

    /// <summary>An argument of a diagnostic: words of ours in the language in which the diagnostic is shown, and values as they are.</summary>
    public static object Localizable(Phrase phrase) => phrase.IsOurs ? new LocalizablePhrase(phrase) : phrase.English;

    public override string GetString(string name, CultureInfo? culture) => base.GetString(name, culture) ?? name;

    private sealed class LocalizablePhrase(Phrase phrase) : LocalizableString
    {
        protected override string GetText(IFormatProvider? formatProvider)
            => phrase.In(english => Instance.GetString(english, formatProvider as CultureInfo));

        protected override int GetHash() => phrase.GetHashCode();

        protected override bool AreEqual(object? other) => other is LocalizablePhrase { Phrase: var same } && phrase == same;

        private Phrase Phrase => phrase;
    }
}
