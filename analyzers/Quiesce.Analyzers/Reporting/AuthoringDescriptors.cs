using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about how a profile is written down, as <see cref="Descriptors"/> explains.</summary>
internal static class AuthoringDescriptors
{
    public static readonly DiagnosticDescriptor ProfileNotPartial = new(
        ProfileNotPartialRule.RuleId,
        RuleTexts.Title(ProfileNotPartialRule.RuleId, ProfileNotPartialRule.RuleTitle),
        RuleTexts.Message(ProfileNotPartialRule.RuleId, ProfileNotPartialRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNotPartialRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileGeneric = new(
        ProfileGenericRule.RuleId,
        RuleTexts.Title(ProfileGenericRule.RuleId, ProfileGenericRule.RuleTitle),
        RuleTexts.Message(ProfileGenericRule.RuleId, ProfileGenericRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileGenericRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileAbstract = new(
        ProfileAbstractRule.RuleId,
        RuleTexts.Title(ProfileAbstractRule.RuleId, ProfileAbstractRule.RuleTitle),
        RuleTexts.Message(ProfileAbstractRule.RuleId, ProfileAbstractRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileAbstractRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileFileLocal = new(
        ProfileFileLocalRule.RuleId,
        RuleTexts.Title(ProfileFileLocalRule.RuleId, ProfileFileLocalRule.RuleTitle),
        RuleTexts.Message(ProfileFileLocalRule.RuleId, ProfileFileLocalRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileFileLocalRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileContainerNotPartial = new(
        ProfileContainerNotPartialRule.RuleId,
        RuleTexts.Title(ProfileContainerNotPartialRule.RuleId, ProfileContainerNotPartialRule.RuleTitle),
        RuleTexts.Message(ProfileContainerNotPartialRule.RuleId, ProfileContainerNotPartialRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileContainerNotPartialRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileScattered = new(
        ProfileScatteredRule.RuleId,
        RuleTexts.Title(ProfileScatteredRule.RuleId, ProfileScatteredRule.RuleTitle),
        RuleTexts.Message(ProfileScatteredRule.RuleId, ProfileScatteredRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileScatteredRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor StepNotConstString = new(
        StepNotConstStringRule.RuleId,
        RuleTexts.Title(StepNotConstStringRule.RuleId, StepNotConstStringRule.RuleTitle),
        RuleTexts.Message(StepNotConstStringRule.RuleId, StepNotConstStringRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StepNotConstStringRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor StrayAttribute = new(
        StrayParts.RuleId,
        RuleTexts.Title(StrayParts.RuleId, StrayParts.RuleTitle),
        RuleTexts.Message(StrayParts.RuleId, StrayParts.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(StrayParts.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ConstantUnreadable = new(
        ConstantUnreadableRule.RuleId,
        RuleTexts.Title(ConstantUnreadableRule.RuleId, ConstantUnreadableRule.RuleTitle),
        RuleTexts.Message(ConstantUnreadableRule.RuleId, ConstantUnreadableRule.RuleMessageFormat),
        RuleCategories.Authoring,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ConstantUnreadableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
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
}
