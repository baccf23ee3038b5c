using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

internal static class RunSettingsBinder
{
    public static RunSettings Bind(AttributeArguments profile) => new()
    {
        LeaseInSeconds = profile.Int32(nameof(RunSettings.LeaseInSeconds), Limits.DefaultLeaseInSeconds),
        FreezeLimitInSeconds = profile.Int32(nameof(RunSettings.FreezeLimitInSeconds), Limits.DefaultFreezeLimitInSeconds),
        Mounts = profile.Texts(nameof(RunSettings.Mounts)),
        SelfSnapshottingMounts = profile.Texts(nameof(RunSettings.SelfSnapshottingMounts)),
        ConfigLocation = profile.Text(nameof(RunSettings.ConfigLocation), Limits.DefaultConfigLocation),
        RunDirectory = profile.Text(nameof(RunSettings.RunDirectory), profile.Name is { } name ? Limits.DefaultRunFolder + "/" + name : null),
        LogDirectory = profile.Text(nameof(RunSettings.LogDirectory), Limits.DefaultLogDirectory),
        StateDirectory = profile.Text(nameof(RunSettings.StateDirectory), Limits.DefaultStateDirectory),
    };
}
