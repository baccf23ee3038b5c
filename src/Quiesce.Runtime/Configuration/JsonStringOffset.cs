using System;
using System.Text;

namespace Quiesce.Runtime.Configuration;

/// <summary>Finds a character of a text in the way JSON writes the text: behind a quotation mark, some characters escaped.</summary>
internal static class JsonStringOffset
{
    private const int LengthOfUnicodeEscape = 6;

    /// <param name="json">Begins with the text's quotation mark; what is no text has no characters, and is returned as it is.</param>
    /// <param name="character">Counted from 0, in UTF-16 units.</param>
    /// <returns>The character's offset in bytes; that of the closing quotation mark when there are fewer.</returns>
    public static int OfCharacter(ReadOnlySpan<byte> json, int character)
    {
        if (json is not [(byte)'"', ..])
            return 0;

        int offset = 1;
        while (character > 0 && json[offset] != '"')
        {
            if (json[offset] == '\\')
            {
                offset += json[offset + 1] == 'u' ? LengthOfUnicodeEscape : 2;
                character--;
            }
            else
            {
                Rune.DecodeFromUtf8(json[offset..], out Rune rune, out int length);
                offset += length;
                character -= rune.Utf16SequenceLength;
            }
        }

        return offset;
    }
}
