using System;
using System.Collections.Concurrent;
using System.IO;
using System.Text;

namespace Quiesce.Contract.Artifacts;

/// <summary>The fixed bodies of the scripts: the files of <c>Scripts/</c>, embedded under their own names, and the words of <see cref="OutcomeWords"/>.</summary>
internal static class ScriptFragments
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, byte[]> Bytes = new(StringComparer.Ordinal);

    public static string Text(string name) => Texts.GetOrAdd(name, Read);

    public static byte[] Utf8(string name) => Bytes.GetOrAdd(name, static name => Encoding.UTF8.GetBytes(Text(name)));

    private static string Read(string name)
    {
        if (name == OutcomeWords.FragmentName)
            return OutcomeWords.Text;
        using var stream = typeof(ScriptFragments).Assembly.GetManifestResourceStream(name + ".sh")
            ?? throw new ArgumentException($"There is no script fragment '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
