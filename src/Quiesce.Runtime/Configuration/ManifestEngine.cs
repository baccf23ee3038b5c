using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

/// <summary>One engine as <c>profile.json</c> describes it: the settings of every kind, of which its own are there.</summary>
internal sealed record ManifestEngine
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Method { get; init; }

    /// <summary>The kind of proof that the method needs: <c>held</c>, <c>atomic</c> or <c>stopped</c>.</summary>
    public required string Proof { get; init; }

    public required IReadOnlyList<string> Mounts { get; init; }

    public int? Port { get; init; }

    public string? User { get; init; }

    public string? OsUser { get; init; }

    public string? Client { get; init; }

    public int? FailoverAfterInSeconds { get; init; }

    public string? Role { get; init; }

    public string? Cluster { get; init; }

    public bool? PauseCluster { get; init; }

    public bool? ExactCoordinates { get; init; }

    public int? LockWaitInSeconds { get; init; }

    public string? LongStatements { get; init; }

    public int? LongStatementInSeconds { get; init; }

    public string? Socket { get; init; }

    public string? DefaultsFile { get; init; }

    public string? SocketDirectory { get; init; }

    public string? Database { get; init; }

    public string? PassFile { get; init; }

    public string? PatroniConfig { get; init; }

    public string? LabelDirectory { get; init; }

    public string? RestoreCommand { get; init; }

    public string? PasswordFile { get; init; }

    public IReadOnlyList<string>? Units { get; init; }

    public int? StopTimeoutInSeconds { get; init; }

    /// <summary>What the rules judge; <see langword="null"/> for a kind that this version does not know.</summary>
    public EngineSpec? ToSpec()
    {
        EquatableArray<string> mounts = Mounts.ToArray();
        return Kind switch
        {
            "mariadb" => WithMethod<MariaDbQuiesce, MariaDbSpec>(method => new MariaDbSpec
            {
                Name = Name, Mounts = mounts, Port = Port, User = User, OsUser = OsUser, Client = Client, FailoverAfterInSeconds = FailoverAfterInSeconds,
                Role = NamedRole, PauseCluster = PauseCluster, Cluster = Named<MariaDbCluster>(Cluster, value => new MariaDbSpec { Name = null, Cluster = value }.ClusterName),
                Method = method, LockWaitInSeconds = LockWaitInSeconds, Socket = Socket, DefaultsFile = DefaultsFile,
                LongStatements = NamedLongStatements, LongStatementInSeconds = LongStatementInSeconds,
            }),
            "mysql" => WithMethod<MySqlQuiesce, MySqlSpec>(method => new MySqlSpec
            {
                Name = Name, Mounts = mounts, Port = Port, User = User, OsUser = OsUser, Client = Client, FailoverAfterInSeconds = FailoverAfterInSeconds,
                Role = NamedRole, PauseCluster = PauseCluster, Cluster = Named<MySqlCluster>(Cluster, value => new MySqlSpec { Name = null, Cluster = value }.ClusterName),
                Method = method, ExactCoordinates = ExactCoordinates, LockWaitInSeconds = LockWaitInSeconds, Socket = Socket, DefaultsFile = DefaultsFile,
                LongStatements = NamedLongStatements, LongStatementInSeconds = LongStatementInSeconds,
            }),
            "postgresql" => WithMethod<PostgreSqlQuiesce, PostgreSqlSpec>(method => new PostgreSqlSpec
            {
                Name = Name, Mounts = mounts, Port = Port, User = User, OsUser = OsUser, Client = Client, FailoverAfterInSeconds = FailoverAfterInSeconds,
                Role = NamedRole, PauseCluster = PauseCluster, Cluster = Named<PostgreSqlCluster>(Cluster, value => new PostgreSqlSpec { Name = null, Cluster = value }.ClusterName),
                Method = method, SocketDirectory = SocketDirectory, Database = Database, PassFile = PassFile,
                PatroniConfig = PatroniConfig, LabelDirectory = LabelDirectory, RestoreCommand = RestoreCommand,
            }),
            "redis" => new RedisSpec
            {
                Name = Name, Mounts = mounts, Port = Port, User = User, OsUser = OsUser, Client = Client, FailoverAfterInSeconds = FailoverAfterInSeconds,
                Role = NamedRole, Socket = Socket, PasswordFile = PasswordFile,
            },
            "mongodb" => WithMethod<MongoDbQuiesce, MongoDbSpec>(method => new MongoDbSpec
            {
                Name = Name, Mounts = mounts, Port = Port, User = User, OsUser = OsUser, Client = Client, FailoverAfterInSeconds = FailoverAfterInSeconds,
                Role = NamedRole, Method = method, LockWaitInSeconds = LockWaitInSeconds, PasswordFile = PasswordFile,
            }),
            "systemd" => new SystemdUnitsSpec { Name = Name, Mounts = mounts, Units = (Units ?? []).ToArray(), StopTimeoutInSeconds = StopTimeoutInSeconds },
            _ => null,
        };
    }

    private RolePolicy? NamedRole => Named<RolePolicy>(Role, value => new MariaDbSpec { Name = null, Role = value }.RoleName);

    private LongStatementPolicy? NamedLongStatements => Named<LongStatementPolicy>(LongStatements, value => ((LongStatementPolicy?)value).Name());

    /// <summary>The specs alone know what their methods are called in profile.json; a name that none of them has is a method that none of them has, which breaks a rule.</summary>
    private TSpec WithMethod<TMethod, TSpec>(Func<TMethod, TSpec> create)
        where TMethod : struct, Enum
        where TSpec : EngineSpec
        => Array.Find(Array.ConvertAll(Enum.GetValues<TMethod>(), value => create(value)), spec => spec.MethodName == Method) ?? create((TMethod)Enum.ToObject(typeof(TMethod), -1));

    /// <summary>Likewise for what a profile may leave out: a name that is not there is a value that is not known.</summary>
    private static T? Named<T>(string? name, Func<T, string?> nameOf)
        where T : struct, Enum
    {
        if (name is null)
            return null;
        int index = Array.FindIndex(Enum.GetValues<T>(), value => nameOf(value) == name);
        return index < 0 ? (T)Enum.ToObject(typeof(T), -1) : Enum.GetValues<T>()[index];
    }
}
