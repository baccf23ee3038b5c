using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>
/// The rules as the compiler knows them, one field a rule: with id and severity as literals at the constructor, so that release tracking sees them. A test compares them with the rules.
/// </summary>
internal static class Descriptors
{
    /// <summary>An error of the contract cannot be configured away: the host would not follow.</summary>
    private const string NotConfigurable = WellKnownDiagnosticTags.NotConfigurable;

    public static readonly DiagnosticDescriptor TimeoutOutsideContract = new(
        TimeoutOutsideContractRule.RuleId,
        RuleTexts.Title(TimeoutOutsideContractRule.RuleId, TimeoutOutsideContractRule.RuleTitle),
        RuleTexts.Message(TimeoutOutsideContractRule.RuleId, TimeoutOutsideContractRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(TimeoutOutsideContractRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PollTimeOutsideContract = new(
        PollTimeOutsideContractRule.RuleId,
        RuleTexts.Title(PollTimeOutsideContractRule.RuleId, PollTimeOutsideContractRule.RuleTitle),
        RuleTexts.Message(PollTimeOutsideContractRule.RuleId, PollTimeOutsideContractRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PollTimeOutsideContractRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PollNotBelowTimeout = new(
        PollNotBelowTimeoutRule.RuleId,
        RuleTexts.Title(PollNotBelowTimeoutRule.RuleId, PollNotBelowTimeoutRule.RuleTitle),
        RuleTexts.Message(PollNotBelowTimeoutRule.RuleId, PollNotBelowTimeoutRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PollNotBelowTimeoutRule.RuleId));

    public static readonly DiagnosticDescriptor RetriesNegative = new(
        RetriesNegativeRule.RuleId,
        RuleTexts.Title(RetriesNegativeRule.RuleId, RetriesNegativeRule.RuleTitle),
        RuleTexts.Message(RetriesNegativeRule.RuleId, RetriesNegativeRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(RetriesNegativeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor AttemptsExceedTimeout = new(
        AttemptsExceedTimeoutRule.RuleId,
        RuleTexts.Title(AttemptsExceedTimeoutRule.RuleId, AttemptsExceedTimeoutRule.RuleTitle),
        RuleTexts.Message(AttemptsExceedTimeoutRule.RuleId, AttemptsExceedTimeoutRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(AttemptsExceedTimeoutRule.RuleId));

    public static readonly DiagnosticDescriptor ScriptPathNotAbsolute = new(
        ScriptPathNotAbsoluteRule.RuleId,
        RuleTexts.Title(ScriptPathNotAbsoluteRule.RuleId, ScriptPathNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(ScriptPathNotAbsoluteRule.RuleId, ScriptPathNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ScriptPathNotAbsoluteRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PathUnsafe = new(
        PathUnsafeRule.RuleId,
        RuleTexts.Title(PathUnsafeRule.RuleId, PathUnsafeRule.RuleTitle),
        RuleTexts.Message(PathUnsafeRule.RuleId, PathUnsafeRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PathUnsafeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PathWorldWritable = new(
        PathWorldWritableRule.RuleId,
        RuleTexts.Title(PathWorldWritableRule.RuleId, PathWorldWritableRule.RuleTitle),
        RuleTexts.Message(PathWorldWritableRule.RuleId, PathWorldWritableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PathWorldWritableRule.RuleId));

    public static readonly DiagnosticDescriptor SameScriptTwice = new(
        SameScriptTwiceRule.RuleId,
        RuleTexts.Title(SameScriptTwiceRule.RuleId, SameScriptTwiceRule.RuleTitle),
        RuleTexts.Message(SameScriptTwiceRule.RuleId, SameScriptTwiceRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(SameScriptTwiceRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileNameShared = new(
        ProfileNameSharedRule.RuleId,
        RuleTexts.Title(ProfileNameSharedRule.RuleId, ProfileNameSharedRule.RuleTitle),
        RuleTexts.Message(ProfileNameSharedRule.RuleId, ProfileNameSharedRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNameSharedRule.RuleId),
        customTags: [NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public static readonly DiagnosticDescriptor ProfileNameUnusable = new(
        ProfileNameUnusableRule.RuleId,
        RuleTexts.Title(ProfileNameUnusableRule.RuleId, ProfileNameUnusableRule.RuleTitle),
        RuleTexts.Message(ProfileNameUnusableRule.RuleId, ProfileNameUnusableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNameUnusableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ParameterUnusable = new(
        ParameterUnusableRule.RuleId,
        RuleTexts.Title(ParameterUnusableRule.RuleId, ParameterUnusableRule.RuleTitle),
        RuleTexts.Message(ParameterUnusableRule.RuleId, ParameterUnusableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ParameterUnusableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor FolderNotAbsolute = new(
        FolderNotAbsoluteRule.RuleId,
        RuleTexts.Title(FolderNotAbsoluteRule.RuleId, FolderNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(FolderNotAbsoluteRule.RuleId, FolderNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FolderNotAbsoluteRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SingleDiskFallback = new(
        SingleDiskFallbackRule.RuleId,
        RuleTexts.Title(SingleDiskFallbackRule.RuleId, SingleDiskFallbackRule.RuleTitle),
        RuleTexts.Message(SingleDiskFallbackRule.RuleId, SingleDiskFallbackRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(SingleDiskFallbackRule.RuleId));

    public static readonly DiagnosticDescriptor ScriptPathShared = new(
        ScriptPathSharedRule.RuleId,
        RuleTexts.Title(ScriptPathSharedRule.RuleId, ScriptPathSharedRule.RuleTitle),
        RuleTexts.Message(ScriptPathSharedRule.RuleId, ScriptPathSharedRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ScriptPathSharedRule.RuleId),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor TextUnwritable = new(
        TextUnwritableRule.RuleId,
        RuleTexts.Title(TextUnwritableRule.RuleId, TextUnwritableRule.RuleTitle),
        RuleTexts.Message(TextUnwritableRule.RuleId, TextUnwritableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(TextUnwritableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor LeaseTooShortForHost = new(
        LeaseTooShortForHostRule.RuleId,
        RuleTexts.Title(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleTitle),
        RuleTexts.Message(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LeaseTooShortForHostRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor LeaseTooLong = new(
        LeaseTooLongRule.RuleId,
        RuleTexts.Title(LeaseTooLongRule.RuleId, LeaseTooLongRule.RuleTitle),
        RuleTexts.Message(LeaseTooLongRule.RuleId, LeaseTooLongRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LeaseTooLongRule.RuleId));

    public static readonly DiagnosticDescriptor ScriptBudgetExceeded = new(
        ScriptBudgetExceededRule.RuleId,
        RuleTexts.Title(ScriptBudgetExceededRule.RuleId, ScriptBudgetExceededRule.RuleTitle),
        RuleTexts.Message(ScriptBudgetExceededRule.RuleId, ScriptBudgetExceededRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ScriptBudgetExceededRule.RuleId));

    public static readonly DiagnosticDescriptor FreezeLimitOutsideContract = new(
        FreezeLimitOutsideContractRule.RuleId,
        RuleTexts.Title(FreezeLimitOutsideContractRule.RuleId, FreezeLimitOutsideContractRule.RuleTitle),
        RuleTexts.Message(FreezeLimitOutsideContractRule.RuleId, FreezeLimitOutsideContractRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FreezeLimitOutsideContractRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor LockWaitOutsideLease = new(
        LockWaitOutsideLeaseRule.RuleId,
        RuleTexts.Title(LockWaitOutsideLeaseRule.RuleId, LockWaitOutsideLeaseRule.RuleTitle),
        RuleTexts.Message(LockWaitOutsideLeaseRule.RuleId, LockWaitOutsideLeaseRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LockWaitOutsideLeaseRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor NoPostRetries = new(
        NoPostRetriesRule.RuleId,
        RuleTexts.Title(NoPostRetriesRule.RuleId, NoPostRetriesRule.RuleTitle),
        RuleTexts.Message(NoPostRetriesRule.RuleId, NoPostRetriesRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(NoPostRetriesRule.RuleId));

    public static readonly DiagnosticDescriptor StallingEngineFirst = new(
        StallingEngineFirstRule.RuleId,
        RuleTexts.Title(StallingEngineFirstRule.RuleId, StallingEngineFirstRule.RuleTitle),
        RuleTexts.Message(StallingEngineFirstRule.RuleId, StallingEngineFirstRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StallingEngineFirstRule.RuleId));

    public static readonly DiagnosticDescriptor StepTimeoutOutsideContract = new(
        StepTimeoutOutsideContractRule.RuleId,
        RuleTexts.Title(StepTimeoutOutsideContractRule.RuleId, StepTimeoutOutsideContractRule.RuleTitle),
        RuleTexts.Message(StepTimeoutOutsideContractRule.RuleId, StepTimeoutOutsideContractRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepTimeoutOutsideContractRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor AtomicEngineWithoutFreeze = new(
        AtomicEngineWithoutFreezeRule.RuleId,
        RuleTexts.Title(AtomicEngineWithoutFreezeRule.RuleId, AtomicEngineWithoutFreezeRule.RuleTitle),
        RuleTexts.Message(AtomicEngineWithoutFreezeRule.RuleId, AtomicEngineWithoutFreezeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(AtomicEngineWithoutFreezeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor CoordinatesNotExact = new(
        CoordinatesNotExactRule.RuleId,
        RuleTexts.Title(CoordinatesNotExactRule.RuleId, CoordinatesNotExactRule.RuleTitle),
        RuleTexts.Message(CoordinatesNotExactRule.RuleId, CoordinatesNotExactRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(CoordinatesNotExactRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ServerPathNotAbsolute = new(
        ServerPathNotAbsoluteRule.RuleId,
        RuleTexts.Title(ServerPathNotAbsoluteRule.RuleId, ServerPathNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(ServerPathNotAbsoluteRule.RuleId, ServerPathNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ServerPathNotAbsoluteRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ValueLooksLikeOption = new(
        ValueLooksLikeOptionRule.RuleId,
        RuleTexts.Title(ValueLooksLikeOptionRule.RuleId, ValueLooksLikeOptionRule.RuleTitle),
        RuleTexts.Message(ValueLooksLikeOptionRule.RuleId, ValueLooksLikeOptionRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ValueLooksLikeOptionRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor EngineNameUnusable = new(
        EngineNameUnusableRule.RuleId,
        RuleTexts.Title(EngineNameUnusableRule.RuleId, EngineNameUnusableRule.RuleTitle),
        RuleTexts.Message(EngineNameUnusableRule.RuleId, EngineNameUnusableRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(EngineNameUnusableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor EngineNameShared = new(
        EngineNameSharedRule.RuleId,
        RuleTexts.Title(EngineNameSharedRule.RuleId, EngineNameSharedRule.RuleTitle),
        RuleTexts.Message(EngineNameSharedRule.RuleId, EngineNameSharedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(EngineNameSharedRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PortOutsideRange = new(
        PortOutsideRangeRule.RuleId,
        RuleTexts.Title(PortOutsideRangeRule.RuleId, PortOutsideRangeRule.RuleTitle),
        RuleTexts.Message(PortOutsideRangeRule.RuleId, PortOutsideRangeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PortOutsideRangeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor MethodUndefined = new(
        MethodUndefinedRule.RuleId,
        RuleTexts.Title(MethodUndefinedRule.RuleId, MethodUndefinedRule.RuleTitle),
        RuleTexts.Message(MethodUndefinedRule.RuleId, MethodUndefinedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(MethodUndefinedRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor FreezeOutlastsFailover = new(
        FreezeOutlastsFailoverRule.RuleId,
        RuleTexts.Title(FreezeOutlastsFailoverRule.RuleId, FreezeOutlastsFailoverRule.RuleTitle),
        RuleTexts.Message(FreezeOutlastsFailoverRule.RuleId, FreezeOutlastsFailoverRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FreezeOutlastsFailoverRule.RuleId));

    public static readonly DiagnosticDescriptor FailoverTimeNotPositive = new(
        FailoverTimeNotPositiveRule.RuleId,
        RuleTexts.Title(FailoverTimeNotPositiveRule.RuleId, FailoverTimeNotPositiveRule.RuleTitle),
        RuleTexts.Message(FailoverTimeNotPositiveRule.RuleId, FailoverTimeNotPositiveRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FailoverTimeNotPositiveRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyEngines = new(
        TooManyEnginesRule.RuleId,
        RuleTexts.Title(TooManyEnginesRule.RuleId, TooManyEnginesRule.RuleTitle),
        RuleTexts.Message(TooManyEnginesRule.RuleId, TooManyEnginesRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(TooManyEnginesRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor UnitNameUnusable = new(
        UnitNameUnusableRule.RuleId,
        RuleTexts.Title(UnitNameUnusableRule.RuleId, UnitNameUnusableRule.RuleTitle),
        RuleTexts.Message(UnitNameUnusableRule.RuleId, UnitNameUnusableRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(UnitNameUnusableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor StopTimeoutOutsideRange = new(
        StopTimeoutOutsideRangeRule.RuleId,
        RuleTexts.Title(StopTimeoutOutsideRangeRule.RuleId, StopTimeoutOutsideRangeRule.RuleTitle),
        RuleTexts.Message(StopTimeoutOutsideRangeRule.RuleId, StopTimeoutOutsideRangeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StopTimeoutOutsideRangeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor FilesOnNoDisk = new(
        FilesOnNoDiskRule.RuleId,
        RuleTexts.Title(FilesOnNoDiskRule.RuleId, FilesOnNoDiskRule.RuleTitle),
        RuleTexts.Message(FilesOnNoDiskRule.RuleId, FilesOnNoDiskRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FilesOnNoDiskRule.RuleId));

    public static readonly DiagnosticDescriptor ChoiceUndefined = new(
        ChoiceUndefinedRule.RuleId,
        RuleTexts.Title(ChoiceUndefinedRule.RuleId, ChoiceUndefinedRule.RuleTitle),
        RuleTexts.Message(ChoiceUndefinedRule.RuleId, ChoiceUndefinedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ChoiceUndefinedRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor PauseWithoutCluster = new(
        PauseWithoutClusterRule.RuleId,
        RuleTexts.Title(PauseWithoutClusterRule.RuleId, PauseWithoutClusterRule.RuleTitle),
        RuleTexts.Message(PauseWithoutClusterRule.RuleId, PauseWithoutClusterRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PauseWithoutClusterRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor LongStatementAgeNotPositive = new(
        LongStatementAgeNotPositiveRule.RuleId,
        RuleTexts.Title(LongStatementAgeNotPositiveRule.RuleId, LongStatementAgeNotPositiveRule.RuleTitle),
        RuleTexts.Message(LongStatementAgeNotPositiveRule.RuleId, LongStatementAgeNotPositiveRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LongStatementAgeNotPositiveRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ClusterRoleUndecided = new(
        ClusterRoleUndecidedRule.RuleId,
        RuleTexts.Title(ClusterRoleUndecidedRule.RuleId, ClusterRoleUndecidedRule.RuleTitle),
        RuleTexts.Message(ClusterRoleUndecidedRule.RuleId, ClusterRoleUndecidedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ClusterRoleUndecidedRule.RuleId));

    public static readonly DiagnosticDescriptor BackupModeUnrestorable = new(
        BackupModeUnrestorableRule.RuleId,
        RuleTexts.Title(BackupModeUnrestorableRule.RuleId, BackupModeUnrestorableRule.RuleTitle),
        RuleTexts.Message(BackupModeUnrestorableRule.RuleId, BackupModeUnrestorableRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(BackupModeUnrestorableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor BackupModeWithFreeze = new(
        BackupModeWithFreezeRule.RuleId,
        RuleTexts.Title(BackupModeWithFreezeRule.RuleId, BackupModeWithFreezeRule.RuleTitle),
        RuleTexts.Message(BackupModeWithFreezeRule.RuleId, BackupModeWithFreezeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(BackupModeWithFreezeRule.RuleId));

    public static readonly DiagnosticDescriptor FreezeOff = new(
        FreezeOffRule.RuleId,
        RuleTexts.Title(FreezeOffRule.RuleId, FreezeOffRule.RuleTitle),
        RuleTexts.Message(FreezeOffRule.RuleId, FreezeOffRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FreezeOffRule.RuleId));

    public static readonly DiagnosticDescriptor ContinueWithoutFreeze = new(
        ContinueWithoutFreezeRule.RuleId,
        RuleTexts.Title(ContinueWithoutFreezeRule.RuleId, ContinueWithoutFreezeRule.RuleTitle),
        RuleTexts.Message(ContinueWithoutFreezeRule.RuleId, ContinueWithoutFreezeRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ContinueWithoutFreezeRule.RuleId));

    public static readonly DiagnosticDescriptor NothingComesToRest = new(
        NothingComesToRestRule.RuleId,
        RuleTexts.Title(NothingComesToRestRule.RuleId, NothingComesToRestRule.RuleTitle),
        RuleTexts.Message(NothingComesToRestRule.RuleId, NothingComesToRestRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(NothingComesToRestRule.RuleId));

    public static readonly DiagnosticDescriptor FolderOnFrozenMount = new(
        FolderOnFrozenMountRule.RuleId,
        RuleTexts.Title(FolderOnFrozenMountRule.RuleId, FolderOnFrozenMountRule.RuleTitle),
        RuleTexts.Message(FolderOnFrozenMountRule.RuleId, FolderOnFrozenMountRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FolderOnFrozenMountRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor MountListedTwice = new(
        MountListedTwiceRule.RuleId,
        RuleTexts.Title(MountListedTwiceRule.RuleId, MountListedTwiceRule.RuleTitle),
        RuleTexts.Message(MountListedTwiceRule.RuleId, MountListedTwiceRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(MountListedTwiceRule.RuleId));

    public static readonly DiagnosticDescriptor MountNested = new(
        MountNestedRule.RuleId,
        RuleTexts.Title(MountNestedRule.RuleId, MountNestedRule.RuleTitle),
        RuleTexts.Message(MountNestedRule.RuleId, MountNestedRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(MountNestedRule.RuleId));

    public static readonly DiagnosticDescriptor MountNotPath = new(
        MountNotPathRule.RuleId,
        RuleTexts.Title(MountNotPathRule.RuleId, MountNotPathRule.RuleTitle),
        RuleTexts.Message(MountNotPathRule.RuleId, MountNotPathRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(MountNotPathRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SelfSnapshottingMountFrozen = new(
        SelfSnapshottingMountFrozenRule.RuleId,
        RuleTexts.Title(SelfSnapshottingMountFrozenRule.RuleId, SelfSnapshottingMountFrozenRule.RuleTitle),
        RuleTexts.Message(SelfSnapshottingMountFrozenRule.RuleId, SelfSnapshottingMountFrozenRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(SelfSnapshottingMountFrozenRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SecretInText = new(
        SecretInTextRule.RuleId,
        RuleTexts.Title(SecretInTextRule.RuleId, SecretInTextRule.RuleTitle),
        RuleTexts.Message(SecretInTextRule.RuleId, SecretInTextRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(SecretInTextRule.RuleId));

    public static readonly DiagnosticDescriptor LabelInsideSnapshot = new(
        LabelInsideSnapshotRule.RuleId,
        RuleTexts.Title(LabelInsideSnapshotRule.RuleId, LabelInsideSnapshotRule.RuleTitle),
        RuleTexts.Message(LabelInsideSnapshotRule.RuleId, LabelInsideSnapshotRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LabelInsideSnapshotRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor StepUnparsable = new(
        StepUnparsableRule.RuleId,
        RuleTexts.Title(StepUnparsableRule.RuleId, StepUnparsableRule.RuleTitle),
        RuleTexts.Message(StepUnparsableRule.RuleId, StepUnparsableRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepUnparsableRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor BeyondPosix = new(
        BeyondPosixRule.RuleId,
        RuleTexts.Title(BeyondPosixRule.RuleId, BeyondPosixRule.RuleTitle),
        RuleTexts.Message(BeyondPosixRule.RuleId, BeyondPosixRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(BeyondPosixRule.RuleId));

    public static readonly DiagnosticDescriptor BackgroundKeepsDescriptors = new(
        BackgroundKeepsDescriptorsRule.RuleId,
        RuleTexts.Title(BackgroundKeepsDescriptorsRule.RuleId, BackgroundKeepsDescriptorsRule.RuleTitle),
        RuleTexts.Message(BackgroundKeepsDescriptorsRule.RuleId, BackgroundKeepsDescriptorsRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(BackgroundKeepsDescriptorsRule.RuleId));

    public static readonly DiagnosticDescriptor StepWaitsForSomebody = new(
        StepWaitsForSomebodyRule.RuleId,
        RuleTexts.Title(StepWaitsForSomebodyRule.RuleId, StepWaitsForSomebodyRule.RuleTitle),
        RuleTexts.Message(StepWaitsForSomebodyRule.RuleId, StepWaitsForSomebodyRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepWaitsForSomebodyRule.RuleId));

    public static readonly DiagnosticDescriptor OneShotLock = new(
        OneShotLockRule.RuleId,
        RuleTexts.Title(OneShotLockRule.RuleId, OneShotLockRule.RuleTitle),
        RuleTexts.Message(OneShotLockRule.RuleId, OneShotLockRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(OneShotLockRule.RuleId));

    public static readonly DiagnosticDescriptor ExclusiveBackup = new(
        ExclusiveBackupRule.RuleId,
        RuleTexts.Title(ExclusiveBackupRule.RuleId, ExclusiveBackupRule.RuleTitle),
        RuleTexts.Message(ExclusiveBackupRule.RuleId, ExclusiveBackupRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ExclusiveBackupRule.RuleId));

    public static readonly DiagnosticDescriptor StepStopsWithoutUndo = new(
        StepStopsWithoutUndoRule.RuleId,
        RuleTexts.Title(StepStopsWithoutUndoRule.RuleId, StepStopsWithoutUndoRule.RuleTitle),
        RuleTexts.Message(StepStopsWithoutUndoRule.RuleId, StepStopsWithoutUndoRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepStopsWithoutUndoRule.RuleId));

    public static readonly DiagnosticDescriptor UndoUnknown = new(
        UndoUnknownRule.RuleId,
        RuleTexts.Title(UndoUnknownRule.RuleId, UndoUnknownRule.RuleTitle),
        RuleTexts.Message(UndoUnknownRule.RuleId, UndoUnknownRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(UndoUnknownRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileNotPartial = new(
        ProfileNotPartialRule.RuleId,
        RuleTexts.Title(ProfileNotPartialRule.RuleId, ProfileNotPartialRule.RuleTitle),
        RuleTexts.Message(ProfileNotPartialRule.RuleId, ProfileNotPartialRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNotPartialRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileGeneric = new(
        ProfileGenericRule.RuleId,
        RuleTexts.Title(ProfileGenericRule.RuleId, ProfileGenericRule.RuleTitle),
        RuleTexts.Message(ProfileGenericRule.RuleId, ProfileGenericRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileGenericRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileAbstract = new(
        ProfileAbstractRule.RuleId,
        RuleTexts.Title(ProfileAbstractRule.RuleId, ProfileAbstractRule.RuleTitle),
        RuleTexts.Message(ProfileAbstractRule.RuleId, ProfileAbstractRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileAbstractRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileFileLocal = new(
        ProfileFileLocalRule.RuleId,
        RuleTexts.Title(ProfileFileLocalRule.RuleId, ProfileFileLocalRule.RuleTitle),
        RuleTexts.Message(ProfileFileLocalRule.RuleId, ProfileFileLocalRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileFileLocalRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileContainerNotPartial = new(
        ProfileContainerNotPartialRule.RuleId,
        RuleTexts.Title(ProfileContainerNotPartialRule.RuleId, ProfileContainerNotPartialRule.RuleTitle),
        RuleTexts.Message(ProfileContainerNotPartialRule.RuleId, ProfileContainerNotPartialRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileContainerNotPartialRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileScattered = new(
        ProfileScatteredRule.RuleId,
        RuleTexts.Title(ProfileScatteredRule.RuleId, ProfileScatteredRule.RuleTitle),
        RuleTexts.Message(ProfileScatteredRule.RuleId, ProfileScatteredRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileScatteredRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor StepNotConstString = new(
        StepNotConstStringRule.RuleId,
        RuleTexts.Title(StepNotConstStringRule.RuleId, StepNotConstStringRule.RuleTitle),
        RuleTexts.Message(StepNotConstStringRule.RuleId, StepNotConstStringRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepNotConstStringRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor StrayAttribute = new(
        StrayParts.RuleId,
        RuleTexts.Title(StrayParts.RuleId, StrayParts.RuleTitle),
        RuleTexts.Message(StrayParts.RuleId, StrayParts.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StrayParts.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor SettingEqualsDefault = new(
        RedundantSettings.RuleId,
        RuleTexts.Title(RedundantSettings.RuleId, RedundantSettings.RuleTitle),
        RuleTexts.Message(RedundantSettings.RuleId, RedundantSettings.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(RedundantSettings.RuleId),
        customTags: WellKnownDiagnosticTags.Unnecessary);

    public static readonly DiagnosticDescriptor GeneratedMemberOccupied = new(
        GeneratedMemberOccupiedRule.RuleId,
        RuleTexts.Title(GeneratedMemberOccupiedRule.RuleId, GeneratedMemberOccupiedRule.RuleTitle),
        RuleTexts.Message(GeneratedMemberOccupiedRule.RuleId, GeneratedMemberOccupiedRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(GeneratedMemberOccupiedRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ConstantUnreadable = new(
        ConstantUnreadableRule.RuleId,
        RuleTexts.Title(ConstantUnreadableRule.RuleId, ConstantUnreadableRule.RuleTitle),
        RuleTexts.Message(ConstantUnreadableRule.RuleId, ConstantUnreadableRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ConstantUnreadableRule.RuleId),
        customTags: NotConfigurable);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        TimeoutOutsideContract,
        PollTimeOutsideContract,
        PollNotBelowTimeout,
        RetriesNegative,
        AttemptsExceedTimeout,
        ScriptPathNotAbsolute,
        PathUnsafe,
        PathWorldWritable,
        SameScriptTwice,
        ProfileNameShared,
        ProfileNameUnusable,
        ParameterUnusable,
        FolderNotAbsolute,
        SingleDiskFallback,
        ScriptPathShared,
        TextUnwritable,
        LeaseTooShortForHost,
        LeaseTooLong,
        ScriptBudgetExceeded,
        FreezeLimitOutsideContract,
        LockWaitOutsideLease,
        NoPostRetries,
        StallingEngineFirst,
        StepTimeoutOutsideContract,
        AtomicEngineWithoutFreeze,
        CoordinatesNotExact,
        ServerPathNotAbsolute,
        ValueLooksLikeOption,
        EngineNameUnusable,
        EngineNameShared,
        PortOutsideRange,
        MethodUndefined,
        FreezeOutlastsFailover,
        FailoverTimeNotPositive,
        TooManyEngines,
        UnitNameUnusable,
        StopTimeoutOutsideRange,
        FilesOnNoDisk,
        ChoiceUndefined,
        PauseWithoutCluster,
        LongStatementAgeNotPositive,
        ClusterRoleUndecided,
        BackupModeUnrestorable,
        BackupModeWithFreeze,
        FreezeOff,
        ContinueWithoutFreeze,
        NothingComesToRest,
        FolderOnFrozenMount,
        MountListedTwice,
        MountNested,
        MountNotPath,
        SelfSnapshottingMountFrozen,
        SecretInText,
        LabelInsideSnapshot,
        StepUnparsable,
        BeyondPosix,
        BackgroundKeepsDescriptors,
        StepWaitsForSomebody,
        OneShotLock,
        ExclusiveBackup,
        StepStopsWithoutUndo,
        UndoUnknown,
        ProfileNotPartial,
        ProfileGeneric,
        ProfileAbstract,
        ProfileFileLocal,
        ProfileContainerNotPartial,
        ProfileScattered,
        StepNotConstString,
        StrayAttribute,
        SettingEqualsDefault,
        GeneratedMemberOccupied,
        ConstantUnreadable,
    ];

    public static ImmutableArray<DiagnosticDescriptor> OfContractRules { get; } =
        [.. RuleTable.All.Join(All, rule => rule.Id, descriptor => descriptor.Id, (_, descriptor) => descriptor)];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];
}
