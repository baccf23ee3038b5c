namespace Quiesce.Contract.Outcomes;

/// <summary>How a run can end: one entry of <see cref="OutcomeCatalogue"/>.</summary>
/// <param name="Name">The name under which hosts, reports and documentation know it.</param>
/// <param name="Number">Its number: the contract's own below 900, ours from 900 on.</param>
/// <param name="Cause">What happened, as a sentence.</param>
/// <param name="Help">What to do about it, as a sentence.</param>
internal sealed record Outcome(string Name, int Number, string Cause, string Help);
