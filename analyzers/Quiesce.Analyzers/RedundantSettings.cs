using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Quiesce.Contract.Profiles;
using Quiesce.Generators.Binding;

namespace Quiesce.Analyzers;

/// <summary>Fades settings that say what would be so anyway: a profile without them is the same profile.</summary>
internal static class RedundantSettings
{
    internal const string RuleId = "QSC6009";
    internal const string RuleTitle = "Setting equals its default";
    internal const string RuleMessageFormat = "{0} is set to what it would be anyway";

    public static void Report(SyntaxNodeAnalysisContext context, BoundProfile profile)
    {
        ReportRedundant(context, profile.Attribute, setting => Equals((profile.Spec.Host, profile.Spec.Run), BindProfile(setting)));
        foreach (var engine in profile.Engines)
            ReportRedundant(context, engine.Attribute, setting => Equals(engine.Spec, EngineBinder.Bind(engine.Attribute, without: setting)));
        foreach (var step in profile.Steps)
            ReportRedundant(context, step.Attribute, setting => Equals(step.Spec, StepBinder.Bind(profile.Type, step, without: setting)));

        (HostSettings, RunSettings) BindProfile(string without)
        {
            var arguments = new AttributeArguments(profile.Attribute, profile.Defaults, without: without);
            return (HostSettingsBinder.Bind(arguments), RunSettingsBinder.Bind(arguments));
        }
    }

    private static void ReportRedundant(SyntaxNodeAnalysisContext context, AttributeData attribute, System.Func<string, bool> changesNothing)
    {
        if (!attribute.IsReadable() || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
            return;

        foreach (var argument in attribute.NamedArguments.Where(argument => changesNothing(argument.Key)))
        {
            var location = syntax.ArgumentList?.Arguments.FirstOrDefault(written => written.NameEquals?.Name.Identifier.ValueText == argument.Key)?.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(AuthoringDescriptors.SettingEqualsDefault, location ?? syntax.GetLocation(), argument.Key));
        }
    }
}
