namespace Quiesce.Generators;

/// <summary>The names of the generator's steps, by which tests watch what an edit runs again.</summary>
internal static class TrackingNames
{
    public const string Bind = nameof(Bind);
    public const string Compile = nameof(Compile);
    public const string Fragments = nameof(Fragments);
    public const string SharedNames = nameof(SharedNames);
}
