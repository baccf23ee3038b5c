using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about engines, as <see cref="Descriptors"/> explains.</summary>
internal static class EngineDescriptors
{
    public static readonly DiagnosticDescriptor AtomicEngineWithoutFreeze = new(
        AtomicEngineWithoutFreezeRule.RuleId,
        RuleTexts.Title(AtomicEngineWithoutFreezeRule.RuleId, AtomicEngineWithoutFreezeRule.RuleTitle),
        RuleTexts.Message(AtomicEngineWithoutFreezeRule.RuleId, AtomicEngineWithoutFreezeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(AtomicEngineWithoutFreezeRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor CoordinatesNotExact = new(
        CoordinatesNotExactRule.RuleId,
        RuleTexts.Title(CoordinatesNotExactRule.RuleId, CoordinatesNotExactRule.RuleTitle),
        RuleTexts.Message(CoordinatesNotExactRule.RuleId, CoordinatesNotExactRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(CoordinatesNotExactRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ServerPathNotAbsolute = new(
        ServerPathNotAbsoluteRule.RuleId,
        RuleTexts.Title(ServerPathNotAbsoluteRule.RuleId, ServerPathNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(ServerPathNotAbsoluteRule.RuleId, ServerPathNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ServerPathNotAbsoluteRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ValueLooksLikeOption = new(
        ValueLooksLikeOptionRule.RuleId,
        RuleTexts.Title(ValueLooksLikeOptionRule.RuleId, ValueLooksLikeOptionRule.RuleTitle),
        RuleTexts.Message(ValueLooksLikeOptionRule.RuleId, ValueLooksLikeOptionRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ValueLooksLikeOptionRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor EngineNameUnusable = new(
        EngineNameUnusableRule.RuleId,
        RuleTexts.Title(EngineNameUnusableRule.RuleId, EngineNameUnusableRule.RuleTitle),
        RuleTexts.Message(EngineNameUnusableRule.RuleId, EngineNameUnusableRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(EngineNameUnusableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor EngineNameShared = new(
        EngineNameSharedRule.RuleId,
        RuleTexts.Title(EngineNameSharedRule.RuleId, EngineNameSharedRule.RuleTitle),
        RuleTexts.Message(EngineNameSharedRule.RuleId, EngineNameSharedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(EngineNameSharedRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor PortOutsideRange = new(
        PortOutsideRangeRule.RuleId,
        RuleTexts.Title(PortOutsideRangeRule.RuleId, PortOutsideRangeRule.RuleTitle),
        RuleTexts.Message(PortOutsideRangeRule.RuleId, PortOutsideRangeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PortOutsideRangeRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor MethodUndefined = new(
        MethodUndefinedRule.RuleId,
        RuleTexts.Title(MethodUndefinedRule.RuleId, MethodUndefinedRule.RuleTitle),
        RuleTexts.Message(MethodUndefinedRule.RuleId, MethodUndefinedRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(MethodUndefinedRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor TooManyEngines = new(
        TooManyEnginesRule.RuleId,
        RuleTexts.Title(TooManyEnginesRule.RuleId, TooManyEnginesRule.RuleTitle),
        RuleTexts.Message(TooManyEnginesRule.RuleId, TooManyEnginesRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(TooManyEnginesRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor UnitNameUnusable = new(
        UnitNameUnusableRule.RuleId,
        RuleTexts.Title(UnitNameUnusableRule.RuleId, UnitNameUnusableRule.RuleTitle),
        RuleTexts.Message(UnitNameUnusableRule.RuleId, UnitNameUnusableRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(UnitNameUnusableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor StopTimeoutOutsideRange = new(
        StopTimeoutOutsideRangeRule.RuleId,
        RuleTexts.Title(StopTimeoutOutsideRangeRule.RuleId, StopTimeoutOutsideRangeRule.RuleTitle),
        RuleTexts.Message(StopTimeoutOutsideRangeRule.RuleId, StopTimeoutOutsideRangeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StopTimeoutOutsideRangeRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor PauseWithoutCluster = new(
        PauseWithoutClusterRule.RuleId,
        RuleTexts.Title(PauseWithoutClusterRule.RuleId, PauseWithoutClusterRule.RuleTitle),
        RuleTexts.Message(PauseWithoutClusterRule.RuleId, PauseWithoutClusterRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PauseWithoutClusterRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor LongStatementAgeNotPositive = new(
        LongStatementAgeNotPositiveRule.RuleId,
        RuleTexts.Title(LongStatementAgeNotPositiveRule.RuleId, LongStatementAgeNotPositiveRule.RuleTitle),
        RuleTexts.Message(LongStatementAgeNotPositiveRule.RuleId, LongStatementAgeNotPositiveRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LongStatementAgeNotPositiveRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor BackupModeWithFreeze = new(
        BackupModeWithFreezeRule.RuleId,
        RuleTexts.Title(BackupModeWithFreezeRule.RuleId, BackupModeWithFreezeRule.RuleTitle),
        RuleTexts.Message(BackupModeWithFreezeRule.RuleId, BackupModeWithFreezeRule.RuleMessageFormat),
        RuleCategories.Engines,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(BackupModeWithFreezeRule.RuleId));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
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
    ];
}
