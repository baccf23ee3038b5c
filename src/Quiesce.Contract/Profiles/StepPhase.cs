namespace Quiesce.Contract.Profiles;

internal enum StepPhase
{
    /// <summary>In the pre script, before the first engine is brought to rest.</summary>
    BeforeQuiesce,

    /// <summary>In the post script, after the last engine is released and every undo has run.</summary>
    AfterRelease,
}
