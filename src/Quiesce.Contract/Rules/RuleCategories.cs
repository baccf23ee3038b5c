namespace Quiesce.Contract.Rules;

internal static class RuleCategories
{
    public const string Contract = "Quiesce.Contract";
    public const string Budgets = "Quiesce.Budgets";
    public const string Engines = "Quiesce.Engines";
    public const string Safety = "Quiesce.Safety";
    public const string Steps = "Quiesce.Steps";
    public const string Authoring = "Quiesce.Authoring";
}
