using System.Collections.Generic;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Plugins;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether what is installed still is as it was installed.</summary>
internal static class InstalledExamination
{
    private const string Subject = "profile";

    public static IEnumerable<Diagnosis> Of(HostPlaces places)
    {
        foreach (ProfileStatus status in ProfileStatus.All(places))
        {
            foreach (Finding finding in status.Findings.All)
                yield return new Diagnosis(finding.Severity, Subject, $"{status.Profile.Name} is installed, and {finding.Place} {finding.Message}", finding.Kind.Help);
        }
    }
}
