using System;
using System.IO;
using System.Text;

namespace Quiesce.Cli.Output;

/// <summary>Standard error, which may lead into a file on a full disk: what cannot be said there must not end the work that it is about.</summary>
internal sealed class UnheardErrors(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // There is nowhere else to say it.
        }
    }
}
