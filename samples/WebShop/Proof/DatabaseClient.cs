using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace WebShop.Proof;

/// <summary>One long-lived command-line client, fed statement by statement. The same way for every engine, and no driver between the proof and the server's acknowledgement.</summary>
internal sealed class DatabaseClient : IDisposable
{
    private readonly Engine _engine;
    private readonly Process _process;

    public DatabaseClient(Engine engine)
    {
        _engine = engine;
        _process = Process.Start(new ProcessStartInfo(engine.Client[0], engine.Client.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        })!;
        _process.StandardInput.AutoFlush = true;
    }

    /// <summary>Sends a statement that answers with exactly one line, and returns that line.</summary>
    public string Ask(string statement)
    {
        _process.StandardInput.WriteLine(statement);
        return _process.StandardOutput.ReadLine() ?? throw new IOException($"The client of '{_engine.Name}' ended at: {statement}");
    }

    /// <summary>Runs a client of its own for the statements, and returns all lines they answer with.</summary>
    public static IReadOnlyList<string> AskAll(Engine engine, params string[] statements)
    {
        using var client = new DatabaseClient(engine);
        foreach (var statement in statements)
            client._process.StandardInput.WriteLine(statement);
        client._process.StandardInput.Close();
        var answer = client._process.StandardOutput.ReadToEnd();
        client._process.WaitForExit();
        if (client._process.ExitCode != 0)
            throw new IOException($"The client of '{engine.Name}' ended with status {client._process.ExitCode} at: {string.Join(' ', statements)}");
        return answer.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
