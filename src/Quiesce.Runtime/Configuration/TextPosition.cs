using System;
using System.Text;

namespace Quiesce.Runtime.Configuration;

/// <summary>A place in a text file, counted from 1 as editors do; columns count characters, not bytes.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static TextPosition OfByte(ReadOnlySpan<byte> text, long offset)
    {
        ReadOnlySpan<byte> before = text[..(int)Math.Min(offset, text.Length)];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    public override string ToString() => $"{Line}:{Column}";
}
