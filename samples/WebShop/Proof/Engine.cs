using System.Collections.Generic;

namespace WebShop.Proof;

/// <summary>A table on a database server of the shop: how the server's own command-line client is started, and the statements the proof needs.</summary>
/// <param name="Table">The table, by whose name the proof speaks of it.</param>
/// <param name="Name">The name that the profile gives the server.</param>
/// <param name="Socket">The server's socket, or for PostgreSQL the folder of its socket.</param>
internal abstract record Engine(string Table, string Name, string Socket)
{
    /// <summary>The command of a client that reads statements from its standard input and prints bare rows, one a line.</summary>
    public abstract IReadOnlyList<string> Client { get; }

    /// <summary>What makes <see cref="Table"/> anew.</summary>
    public abstract string CreateTable { get; }

    /// <summary>The row, and its number as the answer: when the answer is read, the server has acknowledged the commit.</summary>
    public string Insert(RowKey key) => $"INSERT INTO {Table} (writer, seq, note) VALUES ({key.Writer}, {key.Seq}, REPEAT('order ', 40)) RETURNING seq;";

    public string SelectKeys => $"SELECT CONCAT_WS(' ', writer, seq) FROM {Table};";

    public string Delete(RowKey key) => $"DELETE FROM {Table} WHERE writer = {key.Writer} AND seq = {key.Seq};";
}
