namespace WebShop.Proof;

/// <summary>One row a writer sent: <paramref name="Seq"/> counts from 1 within its writer.</summary>
/// <param name="SentMs">When the statement was handed to the client.</param>
/// <param name="AcknowledgedMs">When the server's answer had been read.</param>
internal sealed record Write(string Engine, int Writer, long Seq, double SentMs, double AcknowledgedMs)
{
    public RowKey Key => new(Writer, Seq);

    public double DurationMs => AcknowledgedMs - SentMs;
}

/// <summary>What names a row in an engine's table.</summary>
internal readonly record struct RowKey(int Writer, long Seq);
