using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace Quiesce.Runtime.Tests.Library;

/// <summary>A program's log and progress display, which note on the run's own clock when they are called.</summary>
internal sealed class ListeningProgram : ILogger, IProgress<RunProgress>
{
    private readonly ConcurrentQueue<(double AtMs, string Text)> _calls = new();

    private readonly ConcurrentQueue<string> _scopes = new();

    public IEnumerable<string> Scopes => _scopes;

    public IEnumerable<string> Texts => _calls.Select(call => call.Text);

    public IEnumerable<double> Times => _calls.Select(call => call.AtMs);

    public Action<RunProgress>? OnProgress { get; init; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _scopes.Enqueue(state.ToString()!);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _calls.Enqueue((MonotonicClock.NowInMilliseconds, $"{logLevel}: {formatter(state, exception)}"));

    public void Report(RunProgress value)
    {
        _calls.Enqueue((MonotonicClock.NowInMilliseconds, value.Phase));
        OnProgress?.Invoke(value);
    }
}
