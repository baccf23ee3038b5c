using System;
using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Contract.Profiles;

internal static class ProfileMounts
{
    /// <summary>Everything the profile wants frozen: its own mounts and those of its engines, each once, in the order of the source.</summary>
    public static EquatableArray<string> MountsToFreeze(this ProfileSpec profile)
        => profile.Engines.SelectMany(engine => engine.Mounts)
            .Concat(profile.Run.Mounts)
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
}
