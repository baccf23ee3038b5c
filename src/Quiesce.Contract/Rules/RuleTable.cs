using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>Every rule that values alone decide, in the order of their ids.</summary>
internal static class RuleTable
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new TimeoutOutsideContractRule(),
        new PollTimeOutsideContractRule(),
        new PollNotBelowTimeoutRule(),
        new RetriesNegativeRule(),
        new AttemptsExceedTimeoutRule(),
        new ScriptPathNotAbsoluteRule(),
        new PathUnsafeRule(),
        new PathWorldWritableRule(),
        new SameScriptTwiceRule(),
        ProfileNameSharedRule.Instance,
        new ProfileNameUnusableRule(),
        new ParameterUnusableRule(),
        new FolderNotAbsoluteRule(),
        new SingleDiskFallbackRule(),
        ScriptPathSharedRule.Instance,
        new TextUnwritableRule(),
        new LeaseTooShortForHostRule(),
        new LeaseTooLongRule(),
        new ScriptBudgetExceededRule(),
        new FreezeLimitOutsideContractRule(),
        new LockWaitOutsideLeaseRule(),
        new NoPostRetriesRule(),
        new StallingEngineFirstRule(),
        new StepTimeoutOutsideContractRule(),
        new AtomicEngineWithoutFreezeRule(),
        new CoordinatesNotExactRule(),
        new ServerPathNotAbsoluteRule(),
        new ValueLooksLikeOptionRule(),
        new EngineNameUnusableRule(),
        new EngineNameSharedRule(),
        new PortOutsideRangeRule(),
        new MethodUndefinedRule(),
        new FreezeOutlastsFailoverRule(),
        new FailoverTimeNotPositiveRule(),
        new TooManyEnginesRule(),
        new UnitNameUnusableRule(),
        new StopTimeoutOutsideRangeRule(),
        new FilesOnNoDiskRule(),
        new ChoiceUndefinedRule(),
        new PauseWithoutClusterRule(),
        new LongStatementAgeNotPositiveRule(),
        new ClusterRoleUndecidedRule(),
        new BackupModeUnrestorableRule(),
        new BackupModeWithFreezeRule(),
        new FreezeOffRule(),
        new ContinueWithoutFreezeRule(),
        new NothingComesToRestRule(),
        new FolderOnFrozenMountRule(),
        new MountListedTwiceRule(),
        new MountNestedRule(),
        new MountNotPathRule(),
        new SelfSnapshottingMountFrozenRule(),
        new SecretInTextRule(),
        new LabelInsideSnapshotRule(),
        new StepUnparsableRule(),
        new BeyondPosixRule(),
        new BackgroundKeepsDescriptorsRule(),
        new StepWaitsForSomebodyRule(),
        new OneShotLockRule(),
        new ExclusiveBackupRule(),
        new StepStopsWithoutUndoRule(),
        new UndoUnknownRule(),
        new ProfileNotPartialRule(),
        new ProfileGenericRule(),
        new ProfileAbstractRule(),
        new ProfileFileLocalRule(),
        new ProfileContainerNotPartialRule(),
        new ProfileScatteredRule(),
        new StepNotConstStringRule(),
        new GeneratedMemberOccupiedRule(),
        new ConstantUnreadableRule(),
    ];

    /// <summary>Judges a whole profile.</summary>
    public static IEnumerable<Violation> Check(ProfileSpec profile) => All.SelectMany(rule => rule.Check(profile));

    /// <summary>Judges a bare JSON: rules about anything it does not contain are left out.</summary>
    public static IEnumerable<Violation> CheckHostSettings(ProfileSpec profile)
        => All.Where(rule => rule.Subject == RuleSubject.HostSettings).SelectMany(rule => rule.Check(profile));

    /// <summary>Judges a profile that was read back from its files: how it was declared in C# is history.</summary>
    public static IEnumerable<Violation> CheckDeployed(ProfileSpec profile)
        => All.Where(rule => rule.Subject is RuleSubject.HostSettings or RuleSubject.Profile).SelectMany(rule => rule.Check(profile));
}
