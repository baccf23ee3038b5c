using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>One breach of one rule.</summary>
/// <param name="Rule">The rule that was broken.</param>
/// <param name="Setting">The setting to blame.</param>
/// <param name="Arguments">What fills the rule's message.</param>
/// <param name="Nearest">The nearest legal value – an <see cref="int"/>, <see cref="bool"/> or <see cref="string"/> – where there is one.</param>
internal sealed record Violation(Rule Rule, SettingPath Setting, EquatableArray<Phrase> Arguments, object? Nearest = null)
{
    /// <summary>Which part of the setting's value is to blame, when it is a text and not all of it is.</summary>
    public TextRange? Range { get; init; }

    /// <summary>What to write there instead, where that is certain.</summary>
    public WordEdit? Edit { get; init; }

    public string Message => Rule.FormatMessage(Arguments);
}
