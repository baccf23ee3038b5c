using System;
using System.Diagnostics;

namespace Quiesce;

/// <summary>A step that the post script runs after the last engine is released and every undo has run. When it fails, the post script fails.</summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = false, Inherited = false)]
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public sealed class AfterReleaseAttribute : StepAttribute;
