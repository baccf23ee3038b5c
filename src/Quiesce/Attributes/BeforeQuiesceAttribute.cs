using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A step that the pre script runs before the first engine is brought to rest. When it fails, the pre script fails and everything done so far is undone.</summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class BeforeQuiesceAttribute : StepAttribute
{
    /// <summary>
    /// The name of the <c>const string</c> that undoes this step, best written with <c>nameof</c>. It runs after the last engine is released, also on failure, in reverse order of the
    /// steps, and within the same time limit. Default none.
    /// </summary>
    public string? Undo { get; set; }
}
