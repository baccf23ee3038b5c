using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>The rules about time, as <see cref="Descriptors"/> explains.</summary>
internal static class BudgetDescriptors
{
    public static readonly DiagnosticDescriptor LeaseTooShortForHost = new(
        LeaseTooShortForHostRule.RuleId,
        RuleTexts.Title(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleTitle),
        RuleTexts.Message(LeaseTooShortForHostRule.RuleId, LeaseTooShortForHostRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LeaseTooShortForHostRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static readonly DiagnosticDescriptor LockWaitOutsideLease = new(
        LockWaitOutsideLeaseRule.RuleId,
        RuleTexts.Title(LockWaitOutsideLeaseRule.RuleId, LockWaitOutsideLeaseRule.RuleTitle),
        RuleTexts.Message(LockWaitOutsideLeaseRule.RuleId, LockWaitOutsideLeaseRule.RuleMessageFormat),
        RuleCategories.Budgets,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePages.Of(LockWaitOutsideLeaseRule.RuleId),
        customTags: Descriptors.NotConfigurable);

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
        customTags: Descriptors.NotConfigurable);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        LeaseTooShortForHost,
        LeaseTooLong,
        ScriptBudgetExceeded,
        FreezeLimitOutsideContract,
        LockWaitOutsideLease,
        NoPostRetries,
        StallingEngineFirst,
        StepTimeoutOutsideContract,
    ];
}
