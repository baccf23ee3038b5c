using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>One thing that <c>quiesce doctor</c> has to say.</summary>
/// <param name="Severity">An error makes a run fail, or its result worthless; a warning may; information is what is as it should be.</param>
/// <param name="Subject">What it is about: a part of the machine, or an engine's name.</param>
/// <param name="Message">What is so.</param>
/// <param name="Remedy">What helps; <see langword="null"/> where nothing has to.</param>
internal sealed record Diagnosis(RuleSeverity Severity, string Subject, string Message, string? Remedy = null)
{
    /// <summary>Which of the profiles that are examined it is about; <see langword="null"/> for the machine itself.</summary>
    public string? Profile { get; init; }

    public static Diagnosis Error(string subject, string message, string remedy) => new(RuleSeverity.Error, subject, message, remedy);

    public static Diagnosis Warning(string subject, string message, string remedy) => new(RuleSeverity.Warning, subject, message, remedy);

    public static Diagnosis Fine(string subject, string message) => new(RuleSeverity.Info, subject, message);
}
