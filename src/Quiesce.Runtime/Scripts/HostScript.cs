using System;
using System.Collections.Generic;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Checking;

namespace Quiesce.Runtime.Scripts;

/// <summary>One of the two scripts of a run, checked and ready.</summary>
internal sealed record HostScript : IDisposable
{
    /// <summary><c>pre</c> or <c>post</c>: in reports and in the script's environment.</summary>
    public required string Name { get; init; }

    public required TrustedFile File { get; init; }

    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>Further attempts after one that failed.</summary>
    public required int Retries { get; init; }

    /// <summary>How the run ends when the script exits with a status other than 0.</summary>
    public required Outcome Failed { get; init; }

    public required Outcome TimedOut { get; init; }

    public void Dispose() => File.Dispose();
}
