using System;

namespace Quiesce.Benchmarks;

/// <summary>One figure that can be measured.</summary>
/// <param name="Verb">The word on the command line.</param>
/// <param name="What">What is measured, and what that needs, for the help.</param>
/// <param name="Print">Measures, and prints a table.</param>
internal sealed record Figure(string Verb, string What, Action Print);
