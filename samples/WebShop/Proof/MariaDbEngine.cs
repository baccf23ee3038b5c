using System.Collections.Generic;

namespace WebShop.Proof;

/// <summary>The shop's orders, and the parcels they are packed into: those in a table that knows no transactions.</summary>
internal sealed record MariaDbEngine(string Socket, string Table, string StorageEngine) : Engine(Table, "orders", Socket)
{
    public static MariaDbEngine Orders(string socket) => new(socket, "orders", "InnoDB");

    public static MariaDbEngine Parcels(string socket) => new(socket, "parcels", "Aria");

    public override IReadOnlyList<string> Client { get; } =
        ["mariadb", "--no-defaults", "--socket=" + Socket, "--batch", "--unbuffered", "--skip-column-names", "--database=shop"];

    public override string CreateTable =>
        $"CREATE OR REPLACE TABLE {Table} (writer INT, seq BIGINT, note TEXT, PRIMARY KEY (writer, seq)) ENGINE={StorageEngine};";
}
