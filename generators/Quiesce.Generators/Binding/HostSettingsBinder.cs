using Quiesce.Contract;
using Quiesce.Contract.Profiles;

namespace Quiesce.Generators.Binding;

internal static class HostSettingsBinder
{
    public static HostSettings Bind(AttributeArguments profile) => new()
    {
        PreScriptLocation = profile.Text(nameof(HostSettings.PreScriptLocation)),
        PostScriptLocation = profile.Text(nameof(HostSettings.PostScriptLocation)),
        PreScriptParams = profile.Texts(nameof(HostSettings.PreScriptParams)),
        PostScriptParams = profile.Texts(nameof(HostSettings.PostScriptParams)),
        PreScriptNoOfRetries = profile.Int32(nameof(HostSettings.PreScriptNoOfRetries), Limits.DefaultRetries),
        PostScriptNoOfRetries = profile.Int32(nameof(HostSettings.PostScriptNoOfRetries), Limits.DefaultRetries),
        TimeoutInSeconds = profile.Int32(nameof(HostSettings.TimeoutInSeconds), Limits.DefaultTimeoutInSeconds),
        ContinueBackupOnFailure = profile.Boolean(nameof(HostSettings.ContinueBackupOnFailure), Limits.DefaultContinueBackupOnFailure),
        FsFreezeEnabled = profile.Boolean(nameof(HostSettings.FsFreezeEnabled), Limits.DefaultFsFreezeEnabled),
        ScriptsExecutionPollTimeSeconds = profile.Int32(nameof(HostSettings.ScriptsExecutionPollTimeSeconds), Limits.DefaultPollTimeInSeconds),
    };
}
