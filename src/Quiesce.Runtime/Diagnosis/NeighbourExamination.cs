using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Whether the profiles of one run get in each other's way: their scripts run at the same time.</summary>
internal static class NeighbourExamination
{
    private const string Subject = "plugins";

    public static IEnumerable<Diagnosis> Of(IReadOnlyList<Patient> patients)
    {
        if (patients.Count < 2)
            yield break;
        yield return Diagnosis.Fine(Subject, $"the host runs {patients.Count} at once: {string.Join(", ", patients.Select(patient => patient.Name))}");
        foreach (IGrouping<string, Patient> same in patients.Where(patient => patient.Manifest is not null).GroupBy(patient => patient.Manifest!.RunDirectory).Where(same => same.Count() > 1))
        {
            yield return Diagnosis.Error(
                Subject, $"{string.Join(" and ", same.Select(patient => patient.Name))} keep the run under way in the same folder, {same.Key}: the second pre script finds the first at work, and fails", "give each profile a name, or a RunDirectory, of its own");
        }

        Patient[] unfrozen = [.. patients.Where(patient => !patient.Freezes)];
        if (unfrozen.Length > 0 && unfrozen.Length < patients.Count)
            yield return Diagnosis.Warning(Subject, $"{string.Join(" and ", unfrozen.Select(patient => patient.Name))} set fsFreezeEnabled to false, the others to true: one that wants the freeze is enough", "set it to the same everywhere");
    }
}
