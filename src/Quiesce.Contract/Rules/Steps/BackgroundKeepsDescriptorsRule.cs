using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Shell;

namespace Quiesce.Contract.Rules;

/// <summary>
/// A host that reads a script's output waits for its end, and that comes when the last process with the pipe in its hands is gone. Standard input is not asked for: to a command in the
/// background the shell itself gives /dev/null (POSIX XCU 2.9.3.1).
/// </summary>
internal sealed class BackgroundKeepsDescriptorsRule : StepTextRule
{
    public const string RuleId = "QSC5003";
    public const string RuleTitle = "Background process keeps the host's pipes open";
    public const string RuleMessageFormat =
        "{0}, line {1}, column {2}: this process in the background keeps the host's {3}, and a host that waits for its end waits until the process is gone; add >/dev/null 2>&1 in front of the &, or wait for it";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override RuleSeverity Severity => RuleSeverity.Warning;

    protected override IEnumerable<StepFinding> Find(ShellScript script, StepSpec? step)
    {
        if (script.Error is not null)
            return [];

        var sites = ShellSurvey.Of(script);
        return sites
            .Where(site => site.Command.Words.Count > 0 && Kept(site) is not null && !IsAwaited(site, sites))
            .GroupBy(site => site.Background!.Value)
            .Select(item => new StepFinding(item.Key, Kept(item.First())!));
    }

    private static Phrase? Kept(ShellSite site)
        => site.Background is null ? null
            : (site.Redirected & (ShellDescriptors.Output | ShellDescriptors.Error)) switch
            {
                ShellDescriptors.None => new("stdout and stderr"),
                ShellDescriptors.Output => Phrase.Of("stderr"),
                ShellDescriptors.Error => Phrase.Of("stdout"),
                _ => null,
            };

    private static bool IsAwaited(ShellSite site, IReadOnlyList<ShellSite> sites)
        => sites.Any(other => other.Command.Words.Count > 0 && other.Command.Words[0].Is("wait") && other.Command.Range.Start > site.Background!.Value.Start);
}
