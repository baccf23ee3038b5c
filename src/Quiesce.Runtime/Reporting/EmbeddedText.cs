using System;
using System.IO;

namespace Quiesce.Runtime.Reporting;

/// <summary>A file that is part of this assembly.</summary>
internal static class EmbeddedText
{
    public static string Of(string name)
    {
        using Stream content = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not embedded");
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
