namespace Quiesce.Contract.Rules;

internal enum RuleSubject
{
    /// <summary>Facts of the host's JSON alone.</summary>
    HostSettings,

    /// <summary>Facts of the whole profile.</summary>
    Profile,

    /// <summary>How the profile is declared in C#.</summary>
    Declaration,

    /// <summary>All profiles of a project together.</summary>
    Project,
}
