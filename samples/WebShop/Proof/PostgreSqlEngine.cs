using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WebShop.Proof;

/// <summary>The shop's ledger.</summary>
internal sealed record PostgreSqlEngine(string Socket) : Engine("ledger", "ledger", Socket)
{
    // Peer authentication: the client runs as the database's own user.
    public override IReadOnlyList<string> Client { get; } =
    [
        "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups",
        Program("psql"), "--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--set=ON_ERROR_STOP=1", "--host=" + Socket, "--dbname=shop",
    ];

    public override string CreateTable =>
        $"SET client_min_messages = warning; DROP TABLE IF EXISTS {Table}; CREATE TABLE {Table} (writer INT, seq BIGINT, note TEXT, PRIMARY KEY (writer, seq));";

    /// <summary>A program of the newest version that Debian's packages installed; the one in <c>PATH</c> is a slow wrapper.</summary>
    public static string Program(string name)
        => Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin", name)).Where(File.Exists).Max()
            ?? throw new FileNotFoundException($"PostgreSQL's '{name}' is not installed below /usr/lib/postgresql.");
}
