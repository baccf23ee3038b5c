using System;

namespace Quiesce.Build;

/// <summary>
/// A failure of the build step with its own code. The codes below QSC9003 belong to Quiesce.targets, which raises them
/// where this assembly could not even be loaded.
/// </summary>
internal sealed class BuildError : Exception
{
    private BuildError(string code, string message, Exception? cause = null)
        : base(message, cause)
    {
        Code = code;
    }

    public string Code { get; }

    public static BuildError UnsafePath(string path) =>
        new("QSC9003", $"The artefact path '{path}' would leave the quiesce folder or cannot be a file's name on every system; no file was written. Rename the profile.");

    public static BuildError TwoFilesOfOneName(string path, string other) =>
        new("QSC9004", $"Two artefacts claim one place, '{other}' and '{path}'; no file was written. Give each profile a name of its own.");

    public static BuildError UnreadableRecord(string what) =>
        new("QSC9005", $"The compiled assembly carries a record this build step cannot read: {what}; no file was written. Rebuild, with generator and build step from the same version of Quiesce.");

    public static BuildError CannotWrite(string folder, Exception cause) =>
        new("QSC9006", $"The artefacts could not be written to '{folder}': {cause.Message}", cause);
}
