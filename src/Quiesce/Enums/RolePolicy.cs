namespace Quiesce;

/// <summary>
/// In which role a server is brought to rest. On a machine whose server has another role the pre script takes nothing and exits with a status of its own, <c>skipped</c>: that is neither a
/// success nor a failure of the server. A host that goes on after it takes a snapshot without application consistency; <c>quiesce run</c> takes none.
/// </summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum RolePolicy
{
    /// <summary>Whatever its role, which is recorded.</summary>
    Any = 0,

    /// <summary>Only while it takes writes of its own: no replica, no standby.</summary>
    PrimaryOnly = 1,

    /// <summary>Only while it follows another server. A server with a configured replication connection is a replica, whether or not its threads run.</summary>
    ReplicaOnly = 2,
}
