using System;
using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Rules;

/// <summary>The host resolves a relative path against a working directory of its own that no documentation names.</summary>
internal sealed class ScriptPathNotAbsoluteRule : Rule
{
    public const string RuleId = "QSC1006";
    public const string RuleTitle = "Script path is not absolute";
    public const string RuleMessageFormat = "{0} is '{1}'; it must be an absolute path, starting with '/'";

    public override string Id => RuleId;
    public override string Title => RuleTitle;
    public override string MessageFormat => RuleMessageFormat;
    public override string Category => RuleCategories.Contract;
    public override RuleSeverity Severity => RuleSeverity.Error;
    public override RuleSubject Subject => RuleSubject.HostSettings;

    public override IEnumerable<Violation> Check(ProfileSpec profile)
    {
        if (IsRelative(profile.Host.PreScriptLocation))
            yield return Relative(nameof(HostSettings.PreScriptLocation), profile.Host.PreScriptLocation!);
        if (IsRelative(profile.Host.PostScriptLocation))
            yield return Relative(nameof(HostSettings.PostScriptLocation), profile.Host.PostScriptLocation!);
        if (IsRelative(profile.Run.ConfigLocation))
            yield return Relative(nameof(RunSettings.ConfigLocation), profile.Run.ConfigLocation!);
    }

    private static bool IsRelative(string? path) => path is not null && !path.StartsWith("/", StringComparison.Ordinal);

    private Violation Relative(string setting, string path) => Violated(SettingPath.OfProfile(setting), nearest: null, setting, path);
}
