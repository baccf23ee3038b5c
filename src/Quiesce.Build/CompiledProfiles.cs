using System.Collections.Generic;

namespace Quiesce.Build;

/// <summary>Everything one compiled assembly says about its profiles.</summary>
internal sealed record CompiledProfiles(IReadOnlyList<Artifact> Artifacts, IReadOnlyList<Rejection> Rejections);
