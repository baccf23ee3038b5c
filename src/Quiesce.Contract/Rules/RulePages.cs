namespace Quiesce.Contract.Rules;

/// <summary>Where rules are explained. For who cannot reach the address, the package brings the pages along in its folder <c>rules</c>.</summary>
internal static class RulePages
{
    /// <summary>The project's address: the one place to change where it is published elsewhere.</summary>
    public const string Project = "https://github.com/quiesce/quiesce";

    /// <summary>A rule's page in <c>analyzers/rules</c>.</summary>
    public static string Of(string ruleId) => Project + "/blob/main/analyzers/rules/" + ruleId + ".md";
}
