using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Emission;

internal static class ProfileNames
{
    /// <summary>The classes whose name another class has too, in a stable order.</summary>
    public static EquatableArray<ProfileName> SharedByOthers(this IEnumerable<ProfileName> names)
        => names.Where(profile => profile.Name is not null)
            .GroupBy(profile => profile.Name, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .OrderBy(profile => profile.TypeName, StringComparer.Ordinal)
            .ToEquatableArray();

    public static EquatableArray<string> ToSortedSet(this IEnumerable<string> names)
        => names.Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}
