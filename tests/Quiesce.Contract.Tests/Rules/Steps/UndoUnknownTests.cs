using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class UndoUnknownTests
{
    [Fact]
    public void An_undo_that_is_no_const_string_is_blamed_on_the_setting()
    {
        var violation = Assert.Single(Judged.Step<UndoUnknownRule>("a", new UndoSpec("Resume", Text: null)));

        Assert.Equal(SettingPath.OfStep(0, nameof(StepSpec.Undo)), violation.Setting);
        Assert.Equal("Undo of Drain is 'Resume', and the class has no const string of that name", violation.Message);
    }

    [Fact]
    public void An_undo_with_a_text_passes() => Assert.Empty(Judged.Step<UndoUnknownRule>("a", new UndoSpec("Resume", "b")));

    [Fact]
    public void A_step_without_undo_passes() => Assert.Empty(Judged.Step<UndoUnknownRule>("a"));
}
