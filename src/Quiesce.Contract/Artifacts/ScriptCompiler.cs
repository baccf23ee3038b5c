using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles a profile into its pre script and its post script.</summary>
internal static class ScriptCompiler
{
    public static CompiledScript CompilePre(ProfileSpec profile) => Compile(profile, "Pre script");

    public static CompiledScript CompilePost(ProfileSpec profile) => Compile(profile, "Post script");

    private static CompiledScript Compile(ProfileSpec profile, string title)
    {
        var head = new ScriptHead()
            .Comment($"{title} of the consistency profile '{profile.Name}' ({profile.TypeName}), compiled by Quiesce {GeneratorVersion.Text}.")
            .Comment("Change the profile's C# and build again: changes made here are lost.")
            .Assign("profile", profile.Name)
            .Assign("timeout_in_seconds", profile.Host.TimeoutInSeconds)
            .Assign("lease_in_seconds", profile.Run.LeaseInSeconds)
            .Assign("run_directory", profile.Run.RunDirectory)
            .Assign("log_directory", profile.Run.LogDirectory)
            .Assign("state_directory", profile.Run.StateDirectory);
        return new CompiledScript(head.ToString(), default);
    }
}
