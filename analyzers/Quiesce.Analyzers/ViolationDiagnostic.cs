using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Contract.Rules;

namespace Quiesce.Analyzers;

/// <summary>Turns a rule's violation into the compiler's diagnostic, and leaves the nearest legal value with it for the code fix.</summary>
internal static class ViolationDiagnostic
{
    /// <summary>The name of the blamed setting.</summary>
    public const string Setting = nameof(Setting);

    /// <summary>The nearest legal value, as a C# literal.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The word of a step's text that is to be replaced.</summary>
    public const string Was = nameof(Was);

    /// <summary>What is to stand in its place.</summary>
    public const string Becomes = nameof(Becomes);

    public static Diagnostic Create(Violation violation, Location location)
        => Diagnostic.Create(Descriptors.Of(violation.Rule), location, PropertiesOf(violation), [.. violation.Arguments.Select(PhraseTexts.Localizable)]);

    private static ImmutableDictionary<string, string?> PropertiesOf(Violation violation)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Setting, violation.Setting.Name);
        if (violation.Edit is { } edit)
            properties = properties.Add(Was, edit.Was).Add(Becomes, edit.Becomes);
        return violation.Nearest switch
        {
            bool flag => properties.Add(Nearest, flag ? "true" : "false"),
            int number => properties.Add(Nearest, number.ToString(CultureInfo.InvariantCulture)),
            string text => properties.Add(Nearest, Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)),
            _ => properties,
        };
    }
}
