using System;
using System.IO;
using Quiesce.Contract.Outcomes;

namespace Quiesce.Cli.Output;

/// <summary>Says that a verb needs root, where the caller is not.</summary>
internal static class RootNeeded
{
    /// <param name="what">What only root can do.</param>
    /// <param name="error">Where it is said.</param>
    public static bool IsMissing(string what, TextWriter error)
    {
        if (Environment.IsPrivilegedProcess)
            return false;
        error.WriteLine($"quiesce: {OutcomeCatalogue.NotPrivileged.Name} ({OutcomeCatalogue.NotPrivileged.Number}): only root can {what}. {OutcomeCatalogue.NotPrivileged.Help}");
        return true;
    }
}
