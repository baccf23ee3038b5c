namespace Quiesce.Generators.Binding;

/// <summary>The authoring attributes, by the names under which metadata knows them.</summary>
internal static class AttributeNames
{
    public const string Namespace = "Quiesce";
    public const string ConsistencyProfile = "Quiesce.ConsistencyProfileAttribute";
    public const string ProfileDefaults = "Quiesce.ProfileDefaultsAttribute";
    public const string MySql = "Quiesce.MySqlAttribute";
    public const string MariaDb = "Quiesce.MariaDbAttribute";
    public const string PostgreSql = "Quiesce.PostgreSqlAttribute";
    public const string Redis = "Quiesce.RedisAttribute";
    public const string MongoDb = "Quiesce.MongoDbAttribute";
    public const string SystemdUnits = "Quiesce.SystemdUnitsAttribute";
    public const string BeforeQuiesce = "Quiesce.BeforeQuiesceAttribute";
    public const string AfterRelease = "Quiesce.AfterReleaseAttribute";

    /// <summary>All that make a class a profile, or belong to one.</summary>
    public static readonly string[] OnClassesAndSteps = [ConsistencyProfile, MySql, MariaDb, PostgreSql, Redis, MongoDb, SystemdUnits, BeforeQuiesce, AfterRelease];
}
