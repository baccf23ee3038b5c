using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles a profile into the JSON that the host reads. Every field is stated: what is missing there, the host fills in otherwise than its documentation says.</summary>
internal static class ConfigJsonCompiler
{
    public static string Compile(HostSettings host, string preScriptLocation, string postScriptLocation)
        => new JsonText()
            .OpenObject()
            .Value("pluginName", Limits.PluginName)
            .Value("preScriptLocation", preScriptLocation)
            .Value("postScriptLocation", postScriptLocation)
            .Values("preScriptParams", host.PreScriptParams)
            .Values("postScriptParams", host.PostScriptParams)
            .Value("preScriptNoOfRetries", host.PreScriptNoOfRetries)
            .Value("postScriptNoOfRetries", host.PostScriptNoOfRetries)
            .Value("timeoutInSeconds", host.TimeoutInSeconds)
            .Value("continueBackupOnFailure", host.ContinueBackupOnFailure)
            .Value("fsFreezeEnabled", host.FsFreezeEnabled)
            .Value("ScriptsExecutionPollTimeSeconds", host.ScriptsExecutionPollTimeSeconds)
            .CloseObject()
            .ToString();
}
