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
        string[] counts =
        [
            .. new[] { RuleSeverity.Error, RuleSeverity.Warning, RuleSeverity.Info }
                .Select(severity => (severity, count: findings.All.Count(finding => finding.Severity == severity)))
                .Where(counted => counted.count > 0)
                .Select(counted => $"{counted.count} {counted.severity.ToString().ToLowerInvariant()}"),
        ];
        output.WriteLine($"{path}: {(counts.Length == 0 ? "nothing to complain about" : string.Join(", ", counts))}");
    }
}
