using System;
using System.Globalization;
using System.IO;
using Quiesce.Runtime;

namespace Quiesce.Cli.Output;

/// <summary>One line of a terminal that says where a run stands, and is gone at its end. What happens while file systems are frozen is told after the thaw.</summary>
internal sealed class PhaseLine(TextWriter terminal) : IProgress<RunProgress>, IDisposable
{
    public void Report(RunProgress value) => terminal.Write(value.Elapsed == TimeSpan.Zero
        ? $"{Terminal.ClearLine}{value.Phase} …"
        : string.Create(CultureInfo.InvariantCulture, $"{Terminal.ClearLine}{value.Phase} … {value.Elapsed.TotalSeconds:F0} s"));

    public void Dispose() => terminal.Write(Terminal.ClearLine);
}
