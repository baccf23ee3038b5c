namespace Quiesce.Runtime.Tests.Configuration;

/// <summary>What can be the matter with one field of a configuration. <see cref="Other"/> stands last, beside those that every field is tried in.</summary>
public enum SpoilingWay
{
    Absent,
    Null,
    WrongType,
    Below,
    At,
    Above,
    Huge,
    Duplicate,
    Misspelt,
    Other,
}
