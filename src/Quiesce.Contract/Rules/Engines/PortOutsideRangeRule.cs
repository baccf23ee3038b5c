using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>There is no such port to connect to.</summary>
internal sealed class PortOutsideRangeRule : Rule
{
    public const string RuleId = "QSC3008";
    public const string RuleTitle = "Port is outside the range";
    public const string RuleMessageFormat = "Port of '{0}' is {1}; a TCP port is {2} to {3}";

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
            if (profile.Engines[index] is not DatabaseServerSpec { Port: { } port } server)
                continue;

            if (port < Limits.MinPort)
                yield return Outside(index, server.Name, port, Limits.MinPort);
            else if (port > Limits.MaxPort)
                yield return Outside(index, server.Name, port, Limits.MaxPort);
        }
    }

    private Violation Outside(int engine, string? name, int port, int nearest)
        => Violated(SettingPath.OfEngine(engine, nameof(DatabaseServerSpec.Port)), nearest, name ?? "", port, Limits.MinPort, Limits.MaxPort);
}
