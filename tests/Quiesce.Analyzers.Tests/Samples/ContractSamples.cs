using Quiesce.Contract;
using Quiesce.Contract.Rules;
using static Quiesce.Analyzers.Tests.Samples.RuleSample;

namespace Quiesce.Analyzers.Tests.Samples;

internal static class ContractSamples
{
    private const string TwoProfiles = "using Quiesce; [ConsistencyProfile({0})] static partial class A { } [ConsistencyProfile({1})] static partial class B { }";

    private static readonly string s_longestName = new('a', Limits.MaxNameLength);

    public static readonly RuleSample[] All =
    [
        OfSetting(TimeoutOutsideContractRule.RuleId, "TimeoutInSeconds = §", "[|0|]", "1"),
        OfSetting(TimeoutOutsideContractRule.RuleId, "TimeoutInSeconds = §", "[|1801|]", "1800"),
        OfSetting(PollTimeOutsideContractRule.RuleId, "ScriptsExecutionPollTimeSeconds = §", "[|0|]", "1"),
        OfSetting(PollTimeOutsideContractRule.RuleId, "ScriptsExecutionPollTimeSeconds = §", "[|6|]", "5"),
        OfSetting(PollNotBelowTimeoutRule.RuleId, "ScriptsExecutionPollTimeSeconds = 5, TimeoutInSeconds = §", "[|5|]", "6"),
        OfSetting(PollNotBelowTimeoutRule.RuleId, "ScriptsExecutionPollTimeSeconds = §, TimeoutInSeconds = [|5|]", "5", "4"),
        OfSetting(RetriesNegativeRule.RuleId, "PreScriptNoOfRetries = §", "[|-1|]", "0"),
        OfSetting(RetriesNegativeRule.RuleId, "PostScriptNoOfRetries = §", "[|-1|]", "0"),
        OfSetting(AttemptsExceedTimeoutRule.RuleId, "TimeoutInSeconds = 29, PreScriptNoOfRetries = §", "[|2|]", "1"),
        OfSetting(ScriptPathNotAbsoluteRule.RuleId, "PreScriptLocation = §", "[|\"opt/pre.sh\"|]", "\"/opt/pre.sh\""),
        OfSetting(ScriptPathNotAbsoluteRule.RuleId, "PostScriptLocation = §", "[|\"opt/post.sh\"|]", "\"/opt/post.sh\""),
        OfSetting(ScriptPathNotAbsoluteRule.RuleId, "ConfigLocation = §", "[|\"etc/host.json\"|]", "\"/etc/host.json\""),
        OfSetting(PathUnsafeRule.RuleId, "PreScriptLocation = §", "[|\"/opt/../pre.sh\"|]", "\"/opt/..pre.sh\""),
        OfSetting(PathUnsafeRule.RuleId, "LogDirectory = §", "[|\"/var/log\\u001f\"|]", "\"/var/log\\u0020\""),
        OfEngine(PathUnsafeRule.RuleId, "[MariaDb(\"orders\", Socket = §)]", "[|\"/run/../m.sock\"|]", "\"/run/m..sock\""),
        OfSetting(PathWorldWritableRule.RuleId, "PreScriptLocation = §", "[|\"/tmp/pre.sh\"|]", "\"/tmpfs/pre.sh\""),
        OfSetting(PathWorldWritableRule.RuleId, "LogDirectory = §", "[|\"/var/tmp/log\"|]", "\"/var/tmps/log\""),
        OfSetting(PathWorldWritableRule.RuleId, "RunDirectory = §", "[|\"/dev/shm/run\"|]", "\"/dev/shmem/run\""),
        OfSetting(SameScriptTwiceRule.RuleId, "PreScriptLocation = \"/opt/a.sh\", PostScriptLocation = §", "[|\"/opt/a.sh\"|]", "\"/opt/b.sh\""),
        new(ProfileNameSharedRule.RuleId, TwoProfiles.Replace("{0}", "[|\"shop\"|]").Replace("{1}", "§"), "[|\"shop\"|]", "\"shops\""),
        new(ProfileNameUnusableRule.RuleId, ProfileSource.With().Replace("\"web-shop\"", "§"), "[|\"Shop\"|]", "\"shop\""),
        new(ProfileNameUnusableRule.RuleId, ProfileSource.With().Replace("\"web-shop\"", "§"), $"[|\"{s_longestName}a\"|]", $"\"{s_longestName}\""),
        OfSetting(ParameterUnusableRule.RuleId, "PreScriptParams = [§]", "[|\"a\\n\"|]", "\"a\\t\""),
        OfSetting(ParameterUnusableRule.RuleId, "PostScriptParams = [\"first\", §]", "[|\"a\\0\"|]", "\"a\\\\0\""),
        OfSetting(FolderNotAbsoluteRule.RuleId, "RunDirectory = §", "[|\"run/shop\"|]", "\"/run/shop\""),
        OfSetting(FolderNotAbsoluteRule.RuleId, "LogDirectory = §", "[|\"log/shop\"|]", "\"/log/shop\""),
        OfSetting(FolderNotAbsoluteRule.RuleId, "StateDirectory = §", "[|\"srv/shop\"|]", "\"/srv/shop\""),
        OfSetting(SingleDiskFallbackRule.RuleId, "ContinueBackupOnFailure = §", "[|false|]", "true"),
        new(
            ScriptPathSharedRule.RuleId,
            TwoProfiles.Replace("{0}", "\"a\", PreScriptLocation = [|\"/opt/x.sh\"|]").Replace("{1}", "\"b\", PostScriptLocation = §"),
            "[|\"/opt/x.sh\"|]",
            "\"/opt/y.sh\""),
        OfSetting(TextUnwritableRule.RuleId, "PreScriptParams = [§]", "[|\"a\\ud83d\"|]", "\"a\\ud83d\\ude00\""),
        OfMember(TextUnwritableRule.RuleId, "[BeforeQuiesce] private const string Step = §;", "[|\"echo \\0\"|]", "\"echo \\\\0\""),
    ];
}
