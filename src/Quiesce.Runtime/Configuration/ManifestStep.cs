using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Configuration;

/// <summary>One step as <c>profile.json</c> describes it.</summary>
internal sealed record ManifestStep(string Member, string Phase, int? TimeoutInSeconds = null, string? Text = null, ManifestUndo? Undo = null)
{
    /// <summary>What the rules judge; <see langword="null"/> for a phase that this version does not know.</summary>
    public StepSpec? ToSpec() => Phase switch
    {
        "beforeQuiesce" => In(StepPhase.BeforeQuiesce),
        "afterRelease" => In(StepPhase.AfterRelease),
        _ => null,
    };

    private StepSpec In(StepPhase phase) => new()
    {
        Member = Member,
        Phase = phase,
        Text = Text,
        TimeoutInSeconds = TimeoutInSeconds,
        Undo = Undo is null ? null : new UndoSpec(Undo.Member, Undo.Text),
    };
}

/// <summary>What undoes a step.</summary>
internal sealed record ManifestUndo(string Member, string? Text = null);
