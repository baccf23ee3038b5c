using System;
using System.Collections.Generic;
using System.Linq;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Diagnosis;

/// <summary>What an engine answered, by the words of the script that asked (<c>examine.sh</c>).</summary>
internal sealed class EngineFacts
{
    private readonly EngineSpec _engine;
    private readonly string[] _lines;

    public EngineFacts(EngineSpec engine, string printed)
    {
        _engine = engine;
        _lines = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] end = (_lines.LastOrDefault(line => line.StartsWith("end|", StringComparison.Ordinal)) ?? "end|internal-error|the examination broke off").Split('|', 3);
        (End, Reason) = (end[1], end[2]);
    }

    /// <summary><c>ok</c>, or the name of the exit status with which a run would fail.</summary>
    public string End { get; }

    public string Reason { get; }

    public string? Version => All("version").FirstOrDefault();

    /// <summary><c>primary</c> or <c>replica</c>; in its own words for a kind of server without a policy for roles.</summary>
    public string? Role => All("role").FirstOrDefault();

    /// <summary>Who was let in where.</summary>
    public string Login => string.Join("; ", ((string?[])
    [
        Version is null ? null : $"{_engine.Kind} {Version}",
        All("account").FirstOrDefault() is { } account ? $"logged in as {account}" : null,
        Role,
        All("durability").FirstOrDefault(),
        .. All("unit"),
    ]).OfType<string>());

    /// <summary>The files' folders, absolute.</summary>
    public IEnumerable<string> Paths => All("path");

    public IEnumerable<string> All(string word) => _lines.Where(line => line.StartsWith(word + "|", StringComparison.Ordinal)).Select(line => line[(word.Length + 1)..]);
}
