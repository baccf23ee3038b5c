using System.Collections.Generic;
using System.Threading;

namespace WebShop.Proof;

/// <summary>Writes one row after the other, each when the former is acknowledged, until it is told to stop.</summary>
internal sealed class Writer(Engine engine, int number, BootClock clock)
{
    private readonly List<Write> _writes = [];
    private readonly ManualResetEventSlim _warm = new();
    private volatile bool _stopping;

    /// <summary>How many writes come before a writer counts as running, and how many more after it is told to stop: the proof then knows it went on.</summary>
    public const int WarmUpWrites = 200;

    public Engine Engine => engine;

    public IReadOnlyList<Write> Writes => _writes;

    public void WaitUntilWarm() => _warm.Wait();

    public void Stop() => _stopping = true;

    public void Run()
    {
        using var client = new DatabaseClient(engine);
        for (var left = WarmUpWrites; left > 0; left -= _stopping ? 1 : 0)
        {
            WriteNext(client);
            if (_writes.Count == WarmUpWrites)
                _warm.Set();
        }
    }

    private void WriteNext(DatabaseClient client)
    {
        var key = new RowKey(number, _writes.Count + 1);
        var sent = clock.NowMs;
        client.Ask(engine.Insert(key));
        _writes.Add(new Write(engine.Table, key.Writer, key.Seq, sent, clock.NowMs));
    }
}
