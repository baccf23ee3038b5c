using System;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime.Testing;

/// <summary>
/// A profile moved to a folder: the same engines, steps and limits, with directories below the folder and stand-ins for clients, nobody's user but our own. Compiled anew, because in the
/// scripts' texts there is nothing that could be told apart from what an author wrote.
/// </summary>
internal static class StandInProfile
{
    /// <param name="root">The machine's folder.</param>
    /// <param name="labels">Makes the folder for backup labels, on another device; asked only where there will be one.</param>
    /// <param name="profile">What is moved.</param>
    public static ProfileSpec At(string root, Func<string> labels, ProfileHandle profile)
    {
        ProfileSpec spec = Read(profile);
        return spec with
        {
            Run = spec.Run with { RunDirectory = Path.Combine(root, "run"), LogDirectory = Path.Combine(root, "log"), StateDirectory = Path.Combine(root, "state"), Mounts = default },
            Engines = spec.Engines.Select((engine, index) => WithStandIn(root, labels, engine, index)).ToArray(),
        };
    }

    private static ProfileSpec Read(ProfileHandle profile)
    {
        try
        {
            HostConfiguration config = HostConfigurationReader.Read(ArtifactNames.Config, Encoding.UTF8.GetBytes(profile.ConfigJson));
            return ProfileManifest.Read(ArtifactNames.Profile, Encoding.UTF8.GetBytes(profile.ProfileJson)).ToSpec(config.Settings);
        }
        catch (OutcomeException malformed)
        {
            throw new InvalidOperationException(malformed.Message, malformed);
        }
    }

    private static EngineSpec WithStandIn(string root, Func<string> labels, EngineSpec engine, int index) => engine switch
    {
        PostgreSqlSpec { Method: PostgreSqlQuiesce.BackupMode } cluster => WithClient(root, cluster with { LabelDirectory = labels() }, index),
        DatabaseServerSpec server => WithClient(root, server, index),
        _ => engine with { Mounts = default },
    };

    private static DatabaseServerSpec WithClient(string root, DatabaseServerSpec server, int index) =>
        server with { Client = StandInClient.Write(root, $"clients/{index}/{server.Kind}", server.Kind, server.Name!), OsUser = null, Mounts = default };
}
