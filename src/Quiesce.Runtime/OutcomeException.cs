using System;
using Quiesce.Contract.Outcomes;

namespace Quiesce.Runtime;

/// <summary>Ends what is under way with a named outcome. Whatever was acquired until here is released on the way out.</summary>
internal sealed class OutcomeException(Outcome outcome, string message) : Exception(message)
{
    public Outcome Outcome { get; } = outcome;
}
