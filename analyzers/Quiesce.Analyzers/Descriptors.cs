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

    public static readonly DiagnosticDescriptor RetriesNegative = new(
        RetriesNegativeRule.RuleId,
        RuleTexts.Title(RetriesNegativeRule.RuleId, RetriesNegativeRule.RuleTitle),
        RuleTexts.Message(RetriesNegativeRule.RuleId, RetriesNegativeRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(RetriesNegativeRule.RuleId),
        customTags: NotConfigurable);

    public static readonly DiagnosticDescriptor ScriptPathNotAbsolute = new(
        ScriptPathNotAbsoluteRule.RuleId,
        RuleTexts.Title(ScriptPathNotAbsoluteRule.RuleId, ScriptPathNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(ScriptPathNotAbsoluteRule.RuleId, ScriptPathNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ScriptPathNotAbsoluteRule.RuleId),
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

    public static readonly DiagnosticDescriptor LeaseTooShortForHost = new(
        LeaseTooShortForHostRule.RuleId,
        RuleTexts.Title(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleTitle),
        RuleTexts.Message(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LeaseTooShortForHostRule.RuleId),
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
        StrayAttributeAnalyzer.RuleId,
        RuleTexts.Title(StrayAttributeAnalyzer.RuleId, StrayAttributeAnalyzer.RuleTitle),
        RuleTexts.Message(StrayAttributeAnalyzer.RuleId, StrayAttributeAnalyzer.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StrayAttributeAnalyzer.RuleId),
        customTags: NotConfigurable);

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
        RetriesNegative,
        ScriptPathNotAbsolute,
        ProfileNameShared,
        LeaseTooShortForHost,
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
        GeneratedMemberOccupied,
        ConstantUnreadable,
    ];

    public static ImmutableArray<DiagnosticDescriptor> OfContractRules { get; } =
        [.. RuleTable.All.Join(All, rule => rule.Id, descriptor => descriptor.Id, (_, descriptor) => descriptor)];

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = All.ToDictionary(descriptor => descriptor.Id);

    public static DiagnosticDescriptor Of(Rule rule) => ById[rule.Id];
}
