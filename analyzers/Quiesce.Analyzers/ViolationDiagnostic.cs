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

    public static Diagnostic Create(Violation violation, Location location)
        => Diagnostic.Create(Descriptors.Of(violation.Rule), location, PropertiesOf(violation), [.. violation.Arguments.Cast<object>()]);

    private static ImmutableDictionary<string, string?> PropertiesOf(Violation violation)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(Setting, violation.Setting.Name);
        return violation.Nearest switch
        {
            bool flag => properties.Add(Nearest, flag ? "true" : "false"),
            int number => properties.Add(Nearest, number.ToString(CultureInfo.InvariantCulture)),
            string text => properties.Add(Nearest, Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true)),
            _ => properties,
        };
    }
}
