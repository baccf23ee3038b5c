using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>
/// One rule of the contract. The same object judges a profile in the IDE, before the generator compiles it, and on the machine where it is deployed.
/// </summary>
internal abstract class Rule
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    /// <summary>A composite format; names the value and the legal range.</summary>
    public abstract string MessageFormat { get; }

    public abstract string Category { get; }

    public abstract RuleSeverity Severity { get; }

    /// <summary>What the rule needs to see; from a bare JSON only rules about the host's settings can be judged.</summary>
    public abstract RuleSubject Subject { get; }

    public abstract IEnumerable<Violation> Check(ProfileSpec profile);

    public string FormatMessage(EquatableArray<Phrase> arguments)
        => string.Format(CultureInfo.InvariantCulture, MessageFormat, [.. arguments.Cast<object>()]);

    protected Violation Violated(SettingPath setting, object? nearest, params object[] arguments)
        => new(this, setting, arguments.Select(Phrase.Of).ToEquatableArray(), nearest);
}
