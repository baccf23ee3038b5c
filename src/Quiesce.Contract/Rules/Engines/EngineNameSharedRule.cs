using System;
using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>State, logs and records of a run are kept by the engine's name.</summary>
internal sealed class EngineNameSharedRule : Rule
{
    public const string RuleId = "QSC3007";
    public const string RuleTitle = "Two engines of a profile have the same name";
    public const string RuleMessageFormat = "The engine name '{0}' is taken by an earlier engine of the profile; logs and records tell engines apart by their names";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index].Name is { } name && !names.Add(name))
                yield return Violated(SettingPath.OfEngine(index, nameof(EngineSpec.Name)), nearest: null, name);
        }
    }
}
