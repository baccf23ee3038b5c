using System.Collections.Generic;

namespace Quiesce.Contract.Profiles;

/// <summary>Settings of one kind, wherever in a profile they stand, each with its name: what is true of every path or every text is then said in one rule.</summary>
internal static class ProfileSettings
{
    /// <summary>The files and folders that the host, the scripts and the engines' clients use.</summary>
    public static IEnumerable<(SettingPath Setting, string Path)> Paths(this ProfileSpec profile)
    {
        if (profile.Host.PreScriptLocation is { } pre)
            yield return (SettingPath.OfProfile(nameof(HostSettings.PreScriptLocation)), pre);
        if (profile.Host.PostScriptLocation is { } post)
            yield return (SettingPath.OfProfile(nameof(HostSettings.PostScriptLocation)), post);
        if (profile.Run.ConfigLocation is { } config)
            yield return (SettingPath.OfProfile(nameof(RunSettings.ConfigLocation)), config);
        foreach (var folder in profile.Folders())
            yield return folder;
        foreach (var path in profile.EnginePaths())
            yield return path;
    }

    /// <summary>The folders of a run.</summary>
    public static IEnumerable<(SettingPath Setting, string Path)> Folders(this ProfileSpec profile)
    {
        if (profile.Run.RunDirectory is { } run)
            yield return (SettingPath.OfProfile(nameof(RunSettings.RunDirectory)), run);
        if (profile.Run.LogDirectory is { } log)
            yield return (SettingPath.OfProfile(nameof(RunSettings.LogDirectory)), log);
        if (profile.Run.StateDirectory is { } state)
            yield return (SettingPath.OfProfile(nameof(RunSettings.StateDirectory)), state);
    }

    /// <summary>Where an engine's client, socket and credentials are.</summary>
    public static IEnumerable<(SettingPath Setting, string Path)> EnginePaths(this ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            foreach (var (name, path) in PathsOf(profile.Engines[index]))
            {
                if (path is not null)
                    yield return (SettingPath.OfEngine(index, name), path);
            }
        }
    }

    /// <summary>What ends up on the command line of an engine's client.</summary>
    public static IEnumerable<(SettingPath Setting, string Value)> ClientValues(this ProfileSpec profile)
    {
        foreach (var path in profile.EnginePaths())
            yield return path;
        foreach (var name in profile.EngineNames())
            yield return name;
    }

    /// <summary>Everything that is a text and ends up in an artefact.</summary>
    public static IEnumerable<(SettingPath Setting, string Text)> Texts(this ProfileSpec profile)
    {
        foreach (var text in profile.FreeTexts())
            yield return text;
        foreach (var path in profile.Paths())
            yield return path;
        foreach (var name in profile.EngineNames())
            yield return name;
        foreach (var (setting, mounts) in profile.MountLists())
        {
            for (var index = 0; index < mounts.Count; index++)
                yield return (setting with { Element = index }, mounts[index]);
        }
    }

    /// <summary>What an author may write as he pleases: parameters, steps and commands.</summary>
    public static IEnumerable<(SettingPath Setting, string Text)> FreeTexts(this ProfileSpec profile)
    {
        for (var index = 0; index < profile.Host.PreScriptParams.Count; index++)
            yield return (SettingPath.OfProfile(nameof(HostSettings.PreScriptParams), index), profile.Host.PreScriptParams[index]);
        for (var index = 0; index < profile.Host.PostScriptParams.Count; index++)
            yield return (SettingPath.OfProfile(nameof(HostSettings.PostScriptParams), index), profile.Host.PostScriptParams[index]);
        for (var index = 0; index < profile.Steps.Count; index++)
        {
            if (profile.Steps[index].Text is { } text)
                yield return (SettingPath.OfStep(index, nameof(StepSpec.Text)), text);
            if (profile.Steps[index].Undo?.Text is { } undo)
                yield return (SettingPath.OfStep(index, nameof(StepSpec.Undo)), undo);
        }

        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is PostgreSqlSpec { RestoreCommand: { } restore })
                yield return (SettingPath.OfEngine(index, nameof(PostgreSqlSpec.RestoreCommand)), restore);
        }
    }

    /// <summary>Every list of mounts: the profile's own, and each engine's.</summary>
    public static IEnumerable<(SettingPath Setting, EquatableArray<string> Mounts)> MountLists(this ProfileSpec profile)
    {
        yield return (SettingPath.OfProfile(nameof(RunSettings.Mounts)), profile.Run.Mounts);
        yield return (SettingPath.OfProfile(nameof(RunSettings.SelfSnapshottingMounts)), profile.Run.SelfSnapshottingMounts);
        for (var index = 0; index < profile.Engines.Count; index++)
            yield return (SettingPath.OfEngine(index, nameof(EngineSpec.Mounts)), profile.Engines[index].Mounts);
    }

    /// <summary>Users and databases.</summary>
    private static IEnumerable<(SettingPath Setting, string Name)> EngineNames(this ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is not DatabaseServerSpec server)
                continue;

            if (server.User is { } user)
                yield return (SettingPath.OfEngine(index, nameof(DatabaseServerSpec.User)), user);
            if (server.OsUser is { } osUser)
                yield return (SettingPath.OfEngine(index, nameof(DatabaseServerSpec.OsUser)), osUser);
            if (server is PostgreSqlSpec { Database: { } database })
                yield return (SettingPath.OfEngine(index, nameof(PostgreSqlSpec.Database)), database);
        }
    }

    private static IEnumerable<(string Name, string? Path)> PathsOf(EngineSpec engine)
    {
        if (engine is DatabaseServerSpec server)
            yield return (nameof(server.Client), server.Client);
        switch (engine)
        {
            case MariaDbSpec mariaDb:
                yield return (nameof(mariaDb.Socket), mariaDb.Socket);
                yield return (nameof(mariaDb.DefaultsFile), mariaDb.DefaultsFile);
                break;
            case MySqlSpec mySql:
                yield return (nameof(mySql.Socket), mySql.Socket);
                yield return (nameof(mySql.DefaultsFile), mySql.DefaultsFile);
                break;
            case PostgreSqlSpec postgreSql:
                yield return (nameof(postgreSql.SocketDirectory), postgreSql.SocketDirectory);
                yield return (nameof(postgreSql.PassFile), postgreSql.PassFile);
                yield return (nameof(postgreSql.PatroniConfig), postgreSql.PatroniConfig);
                yield return (nameof(postgreSql.LabelDirectory), postgreSql.LabelDirectory);
                break;
            case RedisSpec redis:
                yield return (nameof(redis.Socket), redis.Socket);
                yield return (nameof(redis.PasswordFile), redis.PasswordFile);
                break;
            case MongoDbSpec mongoDb:
                yield return (nameof(mongoDb.PasswordFile), mongoDb.PasswordFile);
                break;
        }
    }
}
