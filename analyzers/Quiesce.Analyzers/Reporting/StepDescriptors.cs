using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about the shell of steps, as <see cref="Descriptors"/> explains.</summary>
internal static class StepDescriptors
{
    public static readonly DiagnosticDescriptor StepUnparsable = new(
        StepUnparsableRule.RuleId,
        RuleTexts.Title(StepUnparsableRule.RuleId, StepUnparsableRule.RuleTitle),
        RuleTexts.Message(StepUnparsableRule.RuleId, StepUnparsableRule.RuleMessageFormat),
        RuleCategories.Steps,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepUnparsableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        StepUnparsable,
        BeyondPosix,
        BackgroundKeepsDescriptors,
        StepWaitsForSomebody,
        OneShotLock,
        ExclusiveBackup,
        StepStopsWithoutUndo,
        UndoUnknown,
    ];
}
