using System.Collections.Generic;
using System.IO;
using System.Linq;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Output;

/// <summary>Findings, a line each, and their number.</summary>
internal static class FindingsText
{
    public static void Write(TextWriter output, string path, Findings findings)
    {
        foreach (Finding finding in findings.All)
            output.WriteLine(finding);
        List<string> counts = [];
        foreach (RuleSeverity severity in (RuleSeverity[])[RuleSeverity.Error, RuleSeverity.Warning, RuleSeverity.Info])
        {
            int count = findings.All.Count(finding => finding.Severity == severity);
            if (count > 0)
                counts.Add($"{count} {severity.ToString().ToLowerInvariant()}");
        }

        output.WriteLine($"{path}: {(counts.Count == 0 ? "nothing to complain about" : string.Join(", ", counts))}");
    }
}
