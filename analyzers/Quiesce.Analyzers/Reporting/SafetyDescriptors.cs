using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about what a snapshot would lose or give away, as <see cref="Descriptors"/> explains.</summary>
internal static class SafetyDescriptors
{
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
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor SelfSnapshottingMountFrozen = new(
        SelfSnapshottingMountFrozenRule.RuleId,
        RuleTexts.Title(SelfSnapshottingMountFrozenRule.RuleId, SelfSnapshottingMountFrozenRule.RuleTitle),
        RuleTexts.Message(SelfSnapshottingMountFrozenRule.RuleId, SelfSnapshottingMountFrozenRule.RuleMessageFormat),
        RuleCategories.Safety,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(SelfSnapshottingMountFrozenRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
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
    ];
}
