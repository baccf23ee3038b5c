using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Reporting;

namespace Quiesce.Runtime.Testing;

/// <summary>A stand-in for a client: a head that says for what, and the one body that all of them share.</summary>
internal static class StandInClient
{
    /// <summary>The file in which every one notes what it was told.</summary>
    public const string Said = "said";

    private const string Body = "stand-in.sh";

    /// <returns>The program's path.</returns>
    public static string Write(string root, string path, string kind, string name, byte exitStatus = 0)
    {
        string program = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        string head = new ScriptHead().Assign("root", root).Assign("kind", kind).Assign("name", name).Assign("exit_status", exitStatus).ToString();
        File.WriteAllText(program, head + EmbeddedText.Of(Body));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return program;
    }
}
