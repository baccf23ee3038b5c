using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>A good configuration, spoilt in thousands of ways – by fields and by bytes –, the same ones at every run.</summary>
internal static class MutatedConfigurations
{
    private static readonly string[] s_values =
    [
        "null", "true", "false", "0", "1", "2", "5", "6", "-1", "1800", "1801", "2147483647", "2147483648", "1e3", "1.0", "2.9", "01", "+1", "1e999", "-0", "NaN", "Infinity", "True", "\"\"", "\"1\"",
        "\"true\"", "\"a b\"", "\"\\u0000\"", "\"\\ud800\"", "\"ScriptRunner\"", "\"/\"", "\"relative\"", "[]", "[\"a\"]", "[\"a\", 1]", "[null]", "[[]]", "{}", "{\"a\": 1, \"a\": 2}", "[1,]", "//", "/**/ 1", "",
    ];

    private static readonly byte[] s_bytes = [.. "{}[]\",:\\/0eE-+. \n\t\0"u8, 0x80, 0xC0, 0xE2, 0xED, 0xF5, 0xFF];

    /// <param name="fields">The good configuration, in order.</param>
    /// <param name="count">How many to make.</param>
    public static IEnumerable<byte[]> Of(IReadOnlyList<(string Name, string Value)> fields, int count)
    {
        var random = new Random(20261121);
        for (int made = 0; made < count; made++)
        {
            var spoilt = fields.ToList();
            for (int change = random.Next(3); change > 0 && spoilt.Count > 0; change--)
                SpoilField(spoilt, random);
            byte[] text = Encoding.UTF8.GetBytes("{" + string.Join(",\n  ", spoilt.Select(field => $"\"{field.Name}\": {field.Value}")) + "}\n");
            for (int change = random.Next(3); change > 0; change--)
                text = SpoilBytes(text, random);
            yield return text;
        }
    }

    private static void SpoilField(List<(string Name, string Value)> fields, Random random)
    {
        int index = random.Next(fields.Count);
        (string name, string value) = fields[index];
        switch (random.Next(6))
        {
            case 0: fields.RemoveAt(index); break;
            case 1: fields.Insert(random.Next(fields.Count + 1), (name, Any(s_values, random))); break;
            case 2: fields[index] = (Misspelt(name, random), value); break;
            case 3: fields[index] = (random.Next(2) == 0 ? name.ToUpperInvariant() : "x-" + name, value); break;
            default: fields[index] = (name, Any(s_values, random)); break;
        }
    }

    private static string Misspelt(string name, Random random)
    {
        int at = random.Next(name.Length);
        return random.Next(2) == 0 ? name.Remove(at, 1) : name.Insert(at, ((char)('a' + random.Next(26))).ToString());
    }

    private static byte[] SpoilBytes(byte[] text, Random random)
    {
        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(1, 20), text.Length - at);
        return random.Next(5) switch
        {
            0 => [.. text[..at], .. text[(at + length)..]],
            1 => [.. text[..at], Any(s_bytes, random), .. text[at..]],
            2 => [.. text[..at], .. text[at..(at + length)], .. text[at..]],
            3 => text[..at],
            _ => [.. text[..at], Any(s_bytes, random), .. text[(at + 1)..]],
        } is { Length: > 0 } spoilt ? spoilt : "\n"u8.ToArray();
    }

    private static T Any<T>(T[] of, Random random) => of[random.Next(of.Length)];
}
