using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Has the contract judge a profile, and shows each violation on the argument to blame.</summary>
internal static class ContractRules
{
    public static void Report(SyntaxNodeAnalysisContext context, BoundProfile profile)
    {
        foreach (var violation in RuleTable.Check(profile.Spec))
        {
            // The compiler has said why a constant has no value.
            if (violation.Rule is ConstantUnreadableRule || IsReportedOnDefaults(profile, violation))
                continue;

            context.ReportDiagnostic(ViolationDiagnostic.Create(violation, SettingLocator.Locate(profile, violation)));
        }
    }

    /// <summary>Whether the value comes from the assembly's defaults and is wrong there already, whatever the profile.</summary>
    private static bool IsReportedOnDefaults(BoundProfile profile, Violation violation)
        => violation.Setting.Part == ProfilePart.Profile
            && profile.Defaults is { } defaults
            && !Sets(profile.Attribute, violation.Setting.Name)
            && Sets(defaults, violation.Setting.Name)
            && violation.Rule.Check(ProfileDefaultsBinder.Bind(defaults, violation.Setting.Name)).Any();

    private static bool Sets(AttributeData attribute, string setting) => attribute.NamedArguments.Any(argument => argument.Key == setting);
}
