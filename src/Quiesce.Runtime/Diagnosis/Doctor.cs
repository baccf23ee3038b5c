using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>Everything that <c>quiesce doctor</c> looks at, in the order in which it is best mended.</summary>
internal static class Doctor
{
    public static IReadOnlyList<Diagnosis> Examine(Patient patient) =>
    [
        .. PlatformExamination.Of(patient),
        .. AgentExamination.Of(patient),
        .. ProfileExamination.Of(patient),
        .. MountExamination.Of(patient),
        .. SpaceExamination.Of(patient),
        .. (patient.Profile?.Engines ?? []).SelectMany(engine => EngineExamination.Of(patient, engine)),
    ];
}
