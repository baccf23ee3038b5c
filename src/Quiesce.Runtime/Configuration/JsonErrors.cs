using System;
using System.Text.Json;

namespace Quiesce.Runtime.Configuration;

/// <summary>Says where JSON is malformed as editors do: System.Text.Json counts lines and bytes from 0, at the end of its message. And its advice is for programmers.</summary>
internal static class JsonErrors
{
    extension(JsonException malformed)
    {
        public string MessageWithoutPosition => malformed.Message.Split([" LineNumber:", " Path:"], 2, StringSplitOptions.None)[0].Replace(" Change the reader options.", "", StringComparison.Ordinal);

        public TextPosition PositionIn(byte[] text)
        {
            int offset = 0;
            for (long line = malformed.LineNumber ?? 0; line > 0; line--)
                offset += text.AsSpan(offset).IndexOf((byte)'\n') + 1;
            return TextPosition.OfByte(text, offset + (malformed.BytePositionInLine ?? 0));
        }
    }
}
