using System;

namespace Quiesce.Contract.Artifacts;

/// <summary>The one way by which a value gets into a script.</summary>
internal static class ShellQuoting
{
    /// <summary>
    /// Quotes a value so that every POSIX shell reads exactly it, whatever it contains: between single quotes nothing is special but the single quote itself, which is written <c>'\''</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The value contains NUL, which no shell variable can hold.</exception>
    public static string Quote(string value)
    {
        if (value.IndexOf('\0') >= 0)
            throw new ArgumentException("A shell word cannot contain NUL.", nameof(value));
        return "'" + value.Replace("'", "'\\''") + "'";
    }
}
