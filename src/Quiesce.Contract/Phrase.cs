using System;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract;

/// <summary>
/// What fills a place of a message: a value, as its author wrote it, or words of ours – a reason, an advice – which whoever shows the message may translate. The English words are the key of
/// their translations.
/// </summary>
internal sealed record Phrase
{
    /// <summary>Words of ours.</summary>
    /// <param name="english">The words; a composite format where there are arguments.</param>
    /// <param name="arguments">What fills them in turn.</param>
    public Phrase(string english, params object[] arguments)
        : this(english, isOurs: true, arguments.Select(Of).ToEquatableArray())
    {
    }

    private Phrase(string english, bool isOurs, EquatableArray<Phrase> arguments)
        => (English, IsOurs, Arguments) = (english, isOurs, arguments);

    public string English { get; }

    public bool IsOurs { get; }

    public EquatableArray<Phrase> Arguments { get; }

    /// <summary>A phrase as it is, and anything else as a value.</summary>
    public static Phrase Of(object value) => value as Phrase ?? new(string.Format(CultureInfo.InvariantCulture, "{0}", value), isOurs: false, default);

    public override string ToString() => In(static english => english);

    /// <summary>The phrase in the words that a translation has for ours.</summary>
    public string In(Func<string, string> translation)
    {
        var words = IsOurs ? translation(English) : English;
        return Arguments.Count == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, [.. Arguments.Select(argument => argument.In(translation))]);
    }
}
