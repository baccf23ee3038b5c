using System;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Configuration;

namespace Quiesce.Runtime;

/// <summary>Ends what is under way with a named outcome. Whatever was acquired until here is released on the way out.</summary>
internal sealed class OutcomeException(Outcome outcome, string message) : Exception(message)
{
    public OutcomeException(Outcome outcome, Remark cause)
        : this(outcome, cause.ToString()) => Cause = cause;

    public Outcome Outcome { get; } = outcome;

    /// <summary>What is to blame, where it stands in a file.</summary>
    public Remark? Cause { get; }
}
