using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

/// <summary>What one rule says of one step.</summary>
internal static class Judged
{
    public static IReadOnlyList<Violation> Step<TRule>(string text, UndoSpec? undo = null, StepPhase phase = StepPhase.BeforeQuiesce)
        where TRule : Rule, new()
    {
        var step = new StepSpec { Member = "Drain", Phase = phase, IsConstString = true, Text = text, TimeoutInSeconds = 10, Undo = undo };
        return new TRule().Check(SampleProfiles.WebShop with { Steps = (StepSpec[])[step] }).ToList();
    }

    /// <summary>The text between the marks, and nothing else, must be blamed.</summary>
    public static void Blames<TRule>(string marked)
        where TRule : Rule, new()
    {
        var start = marked.IndexOf('⟦');
        var end = marked.IndexOf('⟧') - 1;
        var violation = Assert.Single(Step<TRule>(marked.Replace("⟦", "").Replace("⟧", "")));

        Assert.Equal(SettingPath.OfStep(0, nameof(StepSpec.Text)), violation.Setting);
        Assert.Equal(new(start, end - start), violation.Range);
    }

    public static void Passes<TRule>(string text)
        where TRule : Rule, new()
        => Assert.Empty(Step<TRule>(text).Select(violation => violation.Message));
}
