using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;

namespace Quiesce.Runtime.Tests.Snapshots;

/// <summary>Answers on a local socket as QEMU's monitor, or its guest agent, does. What a real one says is tested in a virtual machine.</summary>
internal sealed class StandInMonitor : IDisposable
{
    private const string Drives =
        """[{"device": "drive0", "qdev": "/machine/disk", "inserted": {"node-name": "#block1", "image": {"virtual-size": 4096}}}, {"device": "drive1", "inserted": {"node-name": "#block2", "image": {"virtual-size": 512}}}]""";

    /// <summary>An answer that never comes.</summary>
    public const string Silence = "~";

    /// <summary>Closes the connection instead of an answer, once; who comes back is answered as usual.</summary>
    public const string HangUp = "^";

    private static readonly Dictionary<string, string> s_usual = new() { ["query-block"] = Drives, ["guest-fsfreeze-status"] = "\"thawed\"", ["guest-fsfreeze-freeze"] = "2", ["guest-fsfreeze-thaw"] = "2" };

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _serving;
    private Socket? _client;

    public StandInMonitor(string path, bool isAgent = false)
    {
        Path = path;
        Greeting = isAgent ? null : """{"QMP": {"version": {}, "capabilities": ["oob"]}}""";
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _serving = Task.Run(ServeAsync);
    }

    public string Path { get; }

    /// <summary>The first line, to whom has connected; <see langword="null"/> for none.</summary>
    public string? Greeting { get; set; }

    /// <summary>Every command as it came, with its arguments.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Answers other than the usual ones: the whole of <c>return</c>; of an <c>error</c> where it begins with an exclamation mark, and of the line where with a number sign.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    /// <summary>What each started job does: <c>complete</c>, the same with a file that is nowhere (<c>vanish</c>), an error's text, or <c>nothing</c> at all until it is cancelled.</summary>
    public string JobsDo { get; set; } = "complete";

    public void Dispose()
    {
        _listener.Dispose();
        _client?.Dispose();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _client = await _listener.AcceptAsync();
                await ServeAsync(_client);
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The test has gone.
        }
    }

    /// <summary>One client at a time, as QEMU.</summary>
    private async Task ServeAsync(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
            if (Greeting is not null)
                await writer.WriteLineAsync(Greeting);
            // A byte that no text contains stands before what a client of the agent says first.
            while (await reader.ReadLineAsync() is { } line && await AnswerAsync(JsonDocument.Parse(line.TrimStart('\uFFFD')).RootElement, writer))
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException)
        {
            // The client, or the test, has gone.
        }
    }

    /// <returns>Whether to go on.</returns>
    private async Task<bool> AnswerAsync(JsonElement request, StreamWriter writer)
    {
        string command = request.GetProperty("execute").GetString()!;
        Commands.Add(command + (request.TryGetProperty("arguments", out JsonElement arguments) ? " " + arguments.GetRawText() : ""));
        string answer = Answers.GetValueOrDefault(command) ?? s_usual.GetValueOrDefault(command, "{}");
        if (answer == Silence)
            return true;
        if (answer == HangUp)
            return !Answers.Remove(command);
        if (answer.StartsWith('#'))
        {
            await writer.WriteLineAsync(answer[1..]);
            return true;
        }

        string id = request.GetProperty("id").GetRawText();
        // An event may come between a command and its answer.
        await writer.WriteLineAsync("""{"event": "RTC_CHANGE", "data": {"offset": 1}}""");
        await writer.WriteLineAsync(answer.StartsWith('!') ? $$"""{"id": {{id}}, "error": {"class": "GenericError", "desc": "{{answer[1..]}}"} }""" : $$"""{"id": {{id}}, "return": {{answer}}}""");
        if (answer.StartsWith('!'))
            return true;
        if (command == "transaction")
            await RunJobsAsync(arguments, writer);
        else if (command == "block-job-cancel")
            await writer.WriteLineAsync(JobEvent("BLOCK_JOB_CANCELLED", arguments.GetProperty("device")));
        return true;
    }

    private async Task RunJobsAsync(JsonElement transaction, StreamWriter writer)
    {
        foreach (JsonElement action in transaction.GetProperty("actions").EnumerateArray())
        {
            JsonElement data = action.GetProperty("data");
            if (JobsDo != "vanish")
                File.WriteAllText(data.GetProperty("target").GetString()!, "backup of " + data.GetProperty("device").GetString());
            if (JobsDo == "nothing")
                continue;
            string error = JobsDo is "complete" or "vanish" ? "" : $$""", "error": "{{JobsDo}}" """;
            await writer.WriteLineAsync(JobEvent("BLOCK_JOB_COMPLETED", data.GetProperty("job-id"), error));
        }
    }

    private static string JobEvent(string name, JsonElement job, string more = "") => $$"""{"event": "{{name}}", "data": {"device": {{job.GetRawText()}}{{more}} """ + "}}";
}
