namespace Quiesce.Runtime.Reporting;

/// <summary>One configuration that was run: <c>Name</c> is empty where no host configuration names it, <c>Profile</c> where no profile was compiled into it.</summary>
internal sealed record ReportedPlugin(string Name, string Profile)
{
    /// <summary>Whether both are the same to whoever looks after them: the profile's name says it alone, however the host counts its plugins.</summary>
    public bool IsSameAs(ReportedPlugin other) => Profile == other.Profile && (Profile != "" || Name == other.Name);
}
