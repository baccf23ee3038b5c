using System.Collections.Generic;
using System.Text.RegularExpressions;
using Quiesce.Analyzers.Tests.Harness;

namespace Quiesce.Analyzers.Tests.Samples;

/// <summary>
/// Something that breaks one rule, and the nearest to it that does not. What is blamed stands between <c>[|</c> and <c>|]</c>. Where a value decides, <c>§</c> holds its place in the source,
/// and the value may be written in other ways without changing the verdict.
/// </summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Source">The source file.</param>
/// <param name="Fires">The value that breaks the rule, as a literal; or a whole source, where no value decides.</param>
/// <param name="Silent">The value, or source, at the limit.</param>
internal sealed record RuleSample(string RuleId, string Source, string Fires, string Silent)
{
    private const string Whole = "§";

    private bool IsText => Fires.Contains('"');

    public static RuleSample OfSetting(string ruleId, string settings, string fires, string silent) => new(ruleId, ProfileSource.With(", " + settings), fires, silent);

    public static RuleSample OfEngine(string ruleId, string engines, string fires, string silent) => new(ruleId, ProfileSource.With(engines: engines), fires, silent);

    public static RuleSample OfStep(string ruleId, string fires, string silent) => OfMember(ruleId, "[BeforeQuiesce] private const string Step = §;", fires, silent);

    public static RuleSample OfMember(string ruleId, string body, string fires, string silent) => new(ruleId, ProfileSource.With(body: "    " + body), fires, silent);

    /// <summary>A rule about how a profile is declared, whatever the values.</summary>
    public static RuleSample OfDeclaration(string ruleId, string fires, string silent) => new(ruleId, Whole, "using Quiesce; " + fires, "using Quiesce; " + silent);

    public IEnumerable<Writing> Writings()
    {
        yield return Writing.Literal;
        if (Source == Whole)
            yield break;
        yield return Writing.ConstExpression;
        yield return Writing.NamedConstant;
        if (IsText && NamedPart().IsMatch(Fires) && NamedPart().IsMatch(Silent))
            yield return Writing.NameOf;
    }

    /// <summary>The marked source, and another file with what it names.</summary>
    public (string Source, string Constants) Written(Writing writing, bool fires)
    {
        var value = fires ? Fires : Silent;
        var literal = MarkedSource.Unmarked(value);
        var (expression, constant) = writing switch
        {
            Writing.ConstExpression => (Computed(literal), ""),
            Writing.NamedConstant => ("Constants.Value", $"public const {TypeOf(literal)} Value = {literal};"),
            Writing.NameOf => Named(literal),
            _ => (value, ""),
        };
        if (writing != Writing.Literal && value != literal)
            expression = $"[|{expression}|]";
        return ((fires ? Source : MarkedSource.Unmarked(Source)).Replace(Whole, expression), $"using Quiesce; internal static class Constants {{ {constant} }}");
    }

    private static string Computed(string literal) => TypeOf(literal) switch
    {
        "string" => "\"\" + " + literal,
        "bool" => "!!" + literal,
        "int" => literal + " + 0",
        var choice => $"({choice})(0 + (int){literal})",
    };

    /// <summary>The first word of the text, by the name of something called so.</summary>
    private static (string Expression, string Constant) Named(string literal)
    {
        var word = NamedPart().Match(literal);
        return ($"{literal[..word.Index]}\" + nameof(Constants.@{word.Value}) + \"{literal[(word.Index + word.Length)..]}", $"public const int @{word.Value} = 0;");
    }

    private static string TypeOf(string literal) => literal switch
    {
        ['"', ..] => "string",
        "true" or "false" => "bool",
        ['(', ..] => literal[1..literal.IndexOf(')')],
        _ when literal.Contains('.') => literal[..literal.IndexOf('.')],
        _ => "int",
    };

    /// <summary>A word that no escape is a part of.</summary>
    private static Regex NamedPart() => new(@"(?<![\\\w])[A-Za-z]\w*");
}
