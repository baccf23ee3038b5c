using System.Collections.Generic;

namespace WebShop.Proof;

/// <summary>A database server of the shop: how its own command-line client is started, and the statements the proof needs. The name is the one the profile gives it.</summary>
/// <param name="Socket">The server's socket, or for PostgreSQL the folder of its socket.</param>
internal abstract record Engine(string Name, string Socket)
{
    /// <summary>The command of a client that reads statements from its standard input and prints bare rows, one a line.</summary>
    public abstract IReadOnlyList<string> Client { get; }

    /// <summary>What makes <see cref="Table"/>.</summary>
    public abstract string CreateTable { get; }

    public string Table => Name;

    /// <summary>The row, and its number as the answer: when the answer is read, the server has acknowledged the commit.</summary>
    public string Insert(RowKey key) => $"INSERT INTO {Table} (writer, seq, note) VALUES ({key.Writer}, {key.Seq}, REPEAT('order ', 40)) RETURNING seq;";

    public string SelectKeys => $"SELECT CONCAT_WS(' ', writer, seq) FROM {Table};";

    public string Delete(RowKey key) => $"DELETE FROM {Table} WHERE writer = {key.Writer} AND seq = {key.Seq};";
}
