using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about what the host accepts, as <see cref="Descriptors"/> explains.</summary>
internal static class ContractDescriptors
{
    public static readonly DiagnosticDescriptor TimeoutOutsideContract = new(
        TimeoutOutsideContractRule.RuleId,
        RuleTexts.Title(TimeoutOutsideContractRule.RuleId, TimeoutOutsideContractRule.RuleTitle),
        RuleTexts.Message(TimeoutOutsideContractRule.RuleId, TimeoutOutsideContractRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(TimeoutOutsideContractRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor PollTimeOutsideContract = new(
        PollTimeOutsideContractRule.RuleId,
        RuleTexts.Title(PollTimeOutsideContractRule.RuleId, PollTimeOutsideContractRule.RuleTitle),
        RuleTexts.Message(PollTimeOutsideContractRule.RuleId, PollTimeOutsideContractRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PollTimeOutsideContractRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor PathUnsafe = new(
        PathUnsafeRule.RuleId,
        RuleTexts.Title(PathUnsafeRule.RuleId, PathUnsafeRule.RuleTitle),
        RuleTexts.Message(PathUnsafeRule.RuleId, PathUnsafeRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(PathUnsafeRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ProfileNameShared = new(
        ProfileNameSharedRule.RuleId,
        RuleTexts.Title(ProfileNameSharedRule.RuleId, ProfileNameSharedRule.RuleTitle),
        RuleTexts.Message(ProfileNameSharedRule.RuleId, ProfileNameSharedRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNameSharedRule.RuleId),
        customTags: [Descriptors.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public static readonly DiagnosticDescriptor ProfileNameUnusable = new(
        ProfileNameUnusableRule.RuleId,
        RuleTexts.Title(ProfileNameUnusableRule.RuleId, ProfileNameUnusableRule.RuleTitle),
        RuleTexts.Message(ProfileNameUnusableRule.RuleId, ProfileNameUnusableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ProfileNameUnusableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor ParameterUnusable = new(
        ParameterUnusableRule.RuleId,
        RuleTexts.Title(ParameterUnusableRule.RuleId, ParameterUnusableRule.RuleTitle),
        RuleTexts.Message(ParameterUnusableRule.RuleId, ParameterUnusableRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(ParameterUnusableRule.RuleId),
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor FolderNotAbsolute = new(
        FolderNotAbsoluteRule.RuleId,
        RuleTexts.Title(FolderNotAbsoluteRule.RuleId, FolderNotAbsoluteRule.RuleTitle),
        RuleTexts.Message(FolderNotAbsoluteRule.RuleId, FolderNotAbsoluteRule.RuleMessageFormat),
        RuleCategories.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(FolderNotAbsoluteRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

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
    ];
}
