namespace Quiesce.Contract.Rules;

internal static class RulePages
{
    private const string Root = "https://github.com/quiesce/quiesce/blob/main/analyzers/rules/";

    /// <summary>Where a rule is explained: its page in <c>analyzers/rules</c>.</summary>
    public static string Of(string ruleId) => Root + ruleId + ".md";
}
