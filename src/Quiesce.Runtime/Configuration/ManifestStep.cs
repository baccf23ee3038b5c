using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

/// <summary>One step as <c>profile.json</c> describes it.</summary>
internal sealed record ManifestStep(string Member, string Phase, int? TimeoutInSeconds = null, string? Text = null, ManifestUndo? Undo = null)
{
    public StepSpec ToSpec() => new()
    {
        Member = Member,
        Phase = Phase == "beforeQuiesce" ? StepPhase.BeforeQuiesce : StepPhase.AfterRelease,
        Text = Text,
        TimeoutInSeconds = TimeoutInSeconds,
        Undo = Undo is null ? null : new UndoSpec(Undo.Member, Undo.Text),
    };
}

/// <summary>What undoes a step.</summary>
internal sealed record ManifestUndo(string Member, string? Text = null);
