namespace Quiesce;

/// <summary>
/// What becomes of statements that have been running for long when the lock is asked for: it waits for them, and every other writer waits behind it. Statements that do not write are not
/// meant where the lock passes them, as it does in MariaDB; replication's own threads never are.
/// </summary>
#if QUIESCE_CONTRACT
internal
#else
public
#endif
enum LongStatementPolicy
{
    /// <summary>They are waited for, as long as the lock may be waited for; then the pre script fails, and nobody waits any more.</summary>
    Wait = 0,

    /// <summary>The pre script fails at once, before anybody has to wait. Needs the privilege PROCESS.</summary>
    Fail = 1,

    /// <summary>They are ended with <c>KILL QUERY</c>, which their clients see as error 1317; each is named in the log. Needs PROCESS and the privilege to end other users' statements.</summary>
    Kill = 2,
}
