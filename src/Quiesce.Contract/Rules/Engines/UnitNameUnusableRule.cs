using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>systemctl is given the names, and the script splits their list at blanks. (Source: systemd.unit(5).)</summary>
internal sealed class UnitNameUnusableRule : Rule
{
    public const string RuleId = "QSC3013";
    public const string RuleTitle = "Text is not the name of a systemd unit";
    public const string RuleMessageFormat = "'{0}' of '{1}' is not the name of a unit: ASCII letters, digits and ':_.@-', a suffix such as .service, at most {2} characters";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Engines;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.Profile;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        for (var index = 0; index < profile.Engines.Count; index++)
        {
            if (profile.Engines[index] is not SystemdUnitsSpec systemd)
                continue;

            for (var unit = 0; unit < systemd.Units.Count; unit++)
            {
                var name = systemd.Units[unit];
                if (!UnitText.IsName(name))
                    yield return Violated(SettingPath.OfEngine(index, nameof(SystemdUnitsSpec.Units), unit), UnitText.Nearest(name), name, systemd.Name ?? "", Limits.MaxUnitNameLength);
            }
        }
    }
}
