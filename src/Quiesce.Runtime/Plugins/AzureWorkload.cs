using System.IO;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Plugins;

/// <summary>The agent's own care for a database, which makes it ignore the plugins and their scripts altogether.</summary>
internal static class AzureWorkload
{
    private const string Section = "workload";
    private const string Name = "workload_name";

    /// <summary>What to tell somebody who believes that the agent runs these scripts; nothing where no workload is named.</summary>
    public static Remark? WarningOf(HostPlaces places)
    {
        if (!File.Exists(places.WorkloadFile))
            return null;
        try
        {
            using TrustedFile file = TrustedFile.Open(places.WorkloadFile, FileRole.HostFile);
            return new IniFile(places.WorkloadFile, file.ReadAtMost(IniFile.MostBytes)).Find(Section, Name) is { Value: not "" } name
                ? new Remark(name.ValuePlace, $"names the workload '{name.Value}': Azure's agent takes care of that itself, and ignores the plugins' configuration and scripts altogether; this host runs them")
                : null;
        }
        catch (OutcomeException unreadable)
        {
            return new Remark(new FilePlace(places.WorkloadFile), $"cannot be read ({unreadable.Message}); if it names a workload, Azure's agent ignores the plugins' configuration and scripts altogether");
        }
    }
}
