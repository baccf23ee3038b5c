using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>What the rules say of the files, budgets among them.</summary>
internal static class ProfileExamination
{
    private const string Subject = "profile";

    public static IEnumerable<Diagnosis> Of(Patient patient)
    {
        if (patient.Path is not { } path)
        {
            yield return Diagnosis.Warning(Subject, $"there is no {Limits.DefaultConfigLocation}: a backup would run no script", "quiesce install DIR puts a profile in place; or name a profile's folder here");
            yield break;
        }

        Finding[] findings = [.. DeploymentValidator.Validate(path, patient.IsNamedByHost).All.Where(finding => finding.Severity > RuleSeverity.Info)];
        foreach (Finding finding in findings)
            yield return new Diagnosis(finding.Severity, Subject, $"{finding.Place}: {finding.Kind.Id}: {finding.Message}", finding.Kind.Help ?? $"quiesce explain {finding.Kind.Id}");
        if (findings.Length == 0)
            yield return Diagnosis.Fine(Subject, $"no rule has anything to say of {path}");
    }
}
