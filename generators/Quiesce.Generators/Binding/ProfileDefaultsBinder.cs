using Microsoft.CodeAnalysis;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

/// <summary>
/// Sees one shared default as a profile of which nothing else is known. What a default means together with other settings depends on the profile that takes it, and is judged there.
/// </summary>
internal static class ProfileDefaultsBinder
{
    public static ProfileSpec Bind(AttributeData defaults, string setting)
    {
        var only = new AttributeArguments(defaults, only: setting);
        return new ProfileSpec
        {
            Name = null,
            TypeName = "",
            Host = HostSettingsBinder.Bind(only),
            Run = RunSettingsBinder.Bind(only),
        };
    }
}
