using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Contract.Artifacts;

/// <summary>Compiles install.sh, which puts the other files in place with owner and mode, and takes them away again.</summary>
internal static class InstallScriptCompiler
{
    public static CompiledScript Compile(ProfileSpec profile, InstallLocations locations, IEnumerable<KeyValuePair<string, string>> digests)
    {
        var head = new ScriptHead()
            .Comment($"Installs the consistency profile '{profile.Name}' ({profile.TypeName}), compiled by Quiesce {GeneratorVersion.Text}. Changes are lost at the next build.")
            .Assign("profile", profile.Name)
            .Assign("script_folder", locations.ScriptFolder)
            .Assign("pre_script_location", locations.PreScript)
            .Assign("post_script_location", locations.PostScript)
            .Assign("config_location", locations.Config)
            .Assign("run_directory", profile.Run.RunDirectory)
            .Assign("state_directory", profile.Run.StateDirectory);

        // Two blanks between digest and name: the form that sha256sum checks.
        var checksums = "";
        foreach (var digest in digests)
            checksums += $"{digest.Value}  {digest.Key}\n";
        head.Assign("checksums", checksums);

        return new CompiledScript(head.ToString(), (string[])["install"]);
    }
}
