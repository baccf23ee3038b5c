using System;
using System.IO;

namespace Quiesce.EndToEnd.Scripts;

/// <summary>Patroni's real client, but for the pause: that it notes, and then it is silent, as one whose member takes its time. It is found first in <c>PATH</c>.</summary>
internal sealed class SilentPatroniCtl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quiesce-patronictl-").FullName;

    public SilentPatroniCtl()
    {
        var program = Path.Combine(_folder, "patronictl");
        File.WriteAllText(program, $$"""
            #!/bin/sh
            case " $* " in
            *' pause '*)
                true >'{{_folder}}/asked'
                exec sleep 600
                ;;
            esac
            exec /usr/bin/patronictl "$@"

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>For the environment of a script.</summary>
    public (string Name, string Value) InPath => ("PATH", _folder);

    public bool WasAskedToPause => File.Exists(_folder + "/asked");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
