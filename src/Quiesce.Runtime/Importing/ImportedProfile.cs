using System.Collections.Generic;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Importing;

/// <summary>What an existing configuration becomes: settings, attributes of engines, steps – and, in sentences, what could not be carried over as it was.</summary>
internal sealed class ImportedProfile(string name, string source)
{
    public string Name { get; } = name;

    /// <summary>The file that it was imported from.</summary>
    public string Source { get; } = source;

    /// <summary>What the JSON says, mended where the contract forbids it.</summary>
    public HostSettings Host { get; set; } = new();

    public string? ConfigLocation { get; set; }

    /// <summary>Attributes, in the order of the commands that they replace.</summary>
    public List<ImportedEngine> Engines { get; } = [];

    /// <summary>Frozen by the old script itself.</summary>
    public List<string> Mounts { get; } = [];

    public string? PreStep { get; set; }

    public string? PostStep { get; set; }

    /// <summary>What each of the two may take.</summary>
    public int StepTimeoutInSeconds { get; set; }

    public List<string> Notes { get; } = [];

    /// <summary>Once: two commands to one server are one engine. They come to rest in the order of the script.</summary>
    public void Add(ImportedEngine engine)
    {
        if (Engines.Exists(known => known.Kind == engine.Kind && known.Arguments == engine.Arguments))
            return;
        string name = Engines.Exists(known => known.Name == engine.Name) ? $"{engine.Name}-{Engines.Count + 1}" : engine.Name;
        Engines.Insert(Engines.FindLastIndex(known => known.Position <= engine.Position) + 1, engine with { Name = name });
    }
}

/// <summary>An engine's attribute.</summary>
/// <param name="Kind">The attribute, such as <c>MariaDb</c>.</param>
/// <param name="Name">The engine's name in logs and reports.</param>
/// <param name="Arguments">What follows the name, as C#: empty, or beginning with a comma.</param>
/// <param name="Position">Where in the pre script the command stands that it replaces.</param>
/// <param name="LockWaitInSeconds">What its lock may wait for: part of the script's time.</param>
internal sealed record ImportedEngine(string Kind, string Name, string Arguments, int Position, int LockWaitInSeconds = 0);
