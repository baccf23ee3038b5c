using System.Collections.Generic;
using System.Linq;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Everything that <c>quiesce doctor</c> looks at, in the order in which it is best mended: first the machine, then each profile that one run would be of.</summary>
internal static class Doctor
{
    public static IReadOnlyList<Diagnosis> Examine(HostPlaces places, IReadOnlyList<Patient> patients) =>
    [
        .. PlatformExamination.Of(places),
        .. AgentExamination.Of(places),
        .. InstalledExamination.Of(places),
        .. MountExamination.OfLeftRecords(),
        .. NeighbourExamination.Of(patients),
        .. patients.SelectMany(patient => Examine(patient).Select(diagnosis => diagnosis with { Profile = patient.Name })),
    ];

    private static IEnumerable<Diagnosis> Examine(Patient patient) =>
    [
        .. AgentExamination.OfFreeze(patient),
        .. ProfileExamination.Of(patient),
        .. MountExamination.Of(patient),
        .. SpaceExamination.Of(patient),
        .. (patient.Profile?.Engines ?? []).SelectMany(engine => EngineExamination.Of(patient, engine)),
    ];
}
