using System.IO;

namespace Quiesce.Runtime.Installation;

/// <summary>The machine that is meant: this one, or an image of one that lies below a folder.</summary>
internal sealed class MachineRoot
{
    private readonly string _folder;

    public MachineRoot(string folder) => _folder = Path.GetFullPath(folder).TrimEnd('/');

    /// <summary>Whether what is done here takes effect at once, because this machine runs from it.</summary>
    public bool IsRunning => _folder == "";

    /// <summary>Where an absolute path of the machine lies.</summary>
    public string In(string path) => _folder + path;

    public override string ToString() => IsRunning ? "/" : _folder;
}
