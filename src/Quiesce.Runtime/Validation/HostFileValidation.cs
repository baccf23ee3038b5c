using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Plugins;

namespace Quiesce.Runtime.Validation;

/// <summary>Judges the host's own configuration, and every JSON it names.</summary>
internal static class HostFileValidation
{
    public static void Validate(string path, Findings findings)
    {
        FoundFile file = FoundFile.Read(path, FileRole.HostFile, IniFile.MostBytes);
        if (file.Distrust is { } distrust)
            findings.Add(distrust, path);
        foreach (HostPlugin plugin in HostFileReader.Read(new IniFile(path, file.Content), findings).Plugins)
            ValidateConfiguration(plugin.Config, findings);
    }

    private static void ValidateConfiguration(IniEntry config, Findings findings)
    {
        try
        {
            ConfigurationValidation.Validate(config.Value, findings, isNamedByHost: true);
        }
        catch (OutcomeException missing)
        {
            findings.Add(missing.Outcome, new Remark(config.ValuePlace, $"{config.Key} is {config.Value}: {missing.Message}"));
        }
    }
}
