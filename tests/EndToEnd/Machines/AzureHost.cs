namespace Quiesce.EndToEnd.Machines;

/// <summary>The host's own files, as Azure's extension puts them on a machine; a run that is told of no profile reads them.</summary>
internal static class AzureHost
{
    public const string Config = "/etc/azure/VMSnapshotScriptPluginConfig.json";

    /// <summary>The script that takes them away again.</summary>
    public const string Remove = "rm /etc/azure/VMSnapshotPluginHost.conf /etc/azure/vmbackup.conf";

    /// <summary>The script that puts them there.</summary>
    /// <param name="config">The JSON of the one plugin.</param>
    /// <param name="freezing">A line of <c>vmbackup.conf</c>.</param>
    public static string Write(string config, string freezing) =>
        $"""
        set -e
        mkdir -p /etc/azure
        cat > /etc/azure/VMSnapshotPluginHost.conf <<END
        [pre_post]
        timeoutInSeconds = 1800
        numberOfPlugins = 1
        pluginName0 = ScriptRunner
        pluginPath0 = /usr/local/sbin/quiesce
        pluginConfigPath0 = {config}
        END
        printf '[SnapshotThread]\n{freezing}\n' > /etc/azure/vmbackup.conf
        """;
}
