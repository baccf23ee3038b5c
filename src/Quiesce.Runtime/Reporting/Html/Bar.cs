namespace Quiesce.Runtime.Reporting.Html;

/// <summary>One row of a timeline: what took from when to when. <c>Kind</c> is the bar's class in the page's style sheet.</summary>
internal sealed record Bar(string Label, string Kind, double FromMs, double ToMs);
