using System;
using System.IO;
using Microsoft.Build.Framework;

namespace Quiesce.Build;

/// <summary>
/// What every task of ours does the same way: a known failure ends in an error with a code, against the author's project. Only
/// <see cref="ITask"/> is implemented, so that the task brings no library which a build host already has in another version.
/// </summary>
public abstract class BuildStep : ITask
{
    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The project that errors are reported against.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <inheritdoc/>
    public bool Execute()
    {
        try
        {
            return Run();
        }
        catch (BuildError error)
        {
            Report(error.Code, error.Message);
            return false;
        }
    }

    /// <summary>The work itself. False when an error was reported.</summary>
    private protected abstract bool Run();

    private protected void Report(string code, string message) =>
        BuildEngine.LogErrorEvent(new BuildErrorEventArgs(
            subcategory: null, code, Project, lineNumber: 0, columnNumber: 0, endLineNumber: 0, endColumnNumber: 0, message, helpKeyword: null, senderName: GetType().Name));
}
