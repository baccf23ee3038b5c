using System.Diagnostics;

namespace Quiesce;

/// <summary>A database server that can be a primary or follow one.</summary>
[Conditional("QUIESCE_KEEP_ATTRIBUTES")]
public abstract class ReplicatedServerAttribute : DatabaseServerAttribute
{
    private protected ReplicatedServerAttribute(string name)
        : base(name)
    {
    }

    /// <summary>In which role the server is brought to rest; in another one the whole run is skipped, which is an outcome of its own. Default <see cref="RolePolicy.Any"/>.</summary>
    public RolePolicy Role { get; set; }
}
