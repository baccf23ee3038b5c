using System.Collections.Generic;

namespace WebShop.Proof;

/// <summary>The shop's orders.</summary>
internal sealed record MariaDbEngine(string Socket) : Engine("orders", Socket)
{
    public override IReadOnlyList<string> Client { get; } =
        ["mariadb", "--no-defaults", "--socket=" + Socket, "--batch", "--unbuffered", "--skip-column-names", "--database=shop"];

    public override string CreateTable =>
        $"CREATE TABLE {Table} (writer INT, seq BIGINT, note TEXT, PRIMARY KEY (writer, seq)) ENGINE=InnoDB;";
}
