using System;
using System.IO;
using System.Linq;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;
using Quiesce.Runtime.Validation;
using Xunit;

namespace Quiesce.Runtime.Tests.Validation;

public sealed class DeployedRulesTests
{
    public static TheoryData<string> BrokenRules => [.. BrokenProfiles.RuleIds];

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void A_rule_broken_by_deployed_files_is_found_where_they_break_it(string ruleId)
    {
        (ProfileSpec profile, string file, string text) = BrokenProfiles.Of(ruleId);
        using var folder = new ScratchFolder();
        CompiledProfile.Write(folder, profile);

        Finding[] found = [.. DeploymentValidator.Validate(folder.Path).All.Where(finding => finding.Kind.Id == ruleId)];

        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(RuleTable.All.Single(rule => rule.Id == ruleId).Severity, finding.Severity));
        Assert.Contains(found, finding => finding.Place.Path == folder.At(file) && TextAt(finding.Place).StartsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_that_deployed_files_can_break_is_tried()
        => Assert.Equal(
            RuleTable.All.Where(rule => rule.Subject is RuleSubject.HostSettings or RuleSubject.Profile).Select(rule => rule.Id),
            BrokenProfiles.RuleIds);

    private static string TextAt(FilePlace place)
    {
        string text = File.ReadAllText(place.Path);
        int start = 0;
        for (int line = 1; line < place.Position!.Value.Line; line++)
            start = text.IndexOf('\n', start) + 1;
        return text[(start + place.Position.Value.Column - 1)..];
    }
}
