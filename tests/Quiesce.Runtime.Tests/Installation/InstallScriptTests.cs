using System;
using System.Globalization;
using System.IO;
using Quiesce.Runtime.Installation;
using Quiesce.Runtime.Plugins;
using Xunit;

namespace Quiesce.Runtime.Tests.Installation;

public sealed class InstallScriptTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_script_that_does_not_end_is_ended_and_said_to_be()
    {
        string script = _folder.Write("install.sh", $"echo $$ >{_folder.At("process")}; echo 'would write'; echo 'install.sh: the disk is slow' >&2; sleep 600");

        InstallScriptResult result = InstallScript.Run(script, HostPlaces.ThisMachine, dryRun: true, undo: false, limit: TimeSpan.FromSeconds(5));

        Assert.Equal(InstallationEnd.Failed, result.End);
        Assert.Equal(["would write"], result.Said);
        Assert.Equal("the disk is slow", result.Complained[0]);
        Assert.StartsWith("it had not ended within 5 s, and was ended", result.Complained[1]);
        int process = int.Parse(File.ReadAllText(_folder.At("process")), CultureInfo.InvariantCulture);
        Assert.False(Directory.Exists($"/proc/{process}"));
    }
}
