using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>A word, or the text of a here-document.</summary>
/// <param name="Range">Where it stands in the script.</param>
/// <param name="Text">The word without its quotes; expansions stand in it as they are written.</param>
/// <param name="IsQuoted">Whether any part is quoted, by quotes or by a backslash.</param>
/// <param name="Expansions">What is replaced inside, in the order of the text.</param>
internal sealed record ShellWord(TextRange Range, string Text, bool IsQuoted, IReadOnlyList<ShellExpansion> Expansions)
{
    /// <summary>Whether <see cref="Text"/> is exactly what the command gets (apart from file name patterns).</summary>
    public bool IsLiteral => Expansions.Count == 0;

    public bool Is(string literal) => IsLiteral && Text == literal;

    /// <summary>Whether it can assign, standing in front of a command's name.</summary>
    public bool IsAssignment
    {
        get
        {
            var name = ShellNames.LengthOfName(Text);
            return name > 0 && name < Text.Length && Text[name] == '=';
        }
    }
}
