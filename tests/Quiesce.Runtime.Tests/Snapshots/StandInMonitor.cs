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

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _serving;
    private readonly string? _greeting;

    public StandInMonitor(string path, bool isAgent = false)
    {
        Path = path;
        _greeting = isAgent ? null : """{"QMP": {"version": {}, "capabilities": ["oob"]}}""";
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        _serving = Task.Run(ServeAsync);
    }

    public string Path { get; }

    /// <summary>Every command as it came, with its arguments.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Answers other than the usual ones: the whole of <c>return</c>, or of an <c>error</c> where it begins with an exclamation mark.</summary>
    public Dictionary<string, string> Answers { get; } = new() { ["query-block"] = Drives, ["guest-fsfreeze-status"] = "\"thawed\"", ["guest-fsfreeze-freeze"] = "2", ["guest-fsfreeze-thaw"] = "2" };

    /// <summary>What each started job does: <c>complete</c>, an error's text, or nothing at all until it is cancelled.</summary>
    public string JobsDo { get; set; } = "complete";

    public void Dispose()
    {
        _listener.Dispose();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        try
        {
            using Socket client = await _listener.AcceptAsync();
            await using var stream = new NetworkStream(client);
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
            if (_greeting is not null)
                await writer.WriteLineAsync(_greeting);
            while (await reader.ReadLineAsync() is { } line)
                await AnswerAsync(JsonDocument.Parse(line).RootElement, writer);
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException)
        {
            // The client, or the test, has gone.
        }
    }

    private async Task AnswerAsync(JsonElement request, StreamWriter writer)
    {
        string command = request.GetProperty("execute").GetString()!;
        Commands.Add(command + (request.TryGetProperty("arguments", out JsonElement arguments) ? " " + arguments.GetRawText() : ""));
        string answer = Answers.GetValueOrDefault(command, "{}");
        string id = request.GetProperty("id").GetRawText();
        // An event may come between a command and its answer.
        await writer.WriteLineAsync("""{"event": "RTC_CHANGE", "data": {"offset": 1}}""");
        await writer.WriteLineAsync(answer.StartsWith('!') ? $$"""{"id": {{id}}, "error": {"class": "GenericError", "desc": "{{answer[1..]}}"} }""" : $$"""{"id": {{id}}, "return": {{answer}}}""");
        if (answer.StartsWith('!'))
            return;
        if (command == "transaction")
            await RunJobsAsync(arguments, writer);
        else if (command == "block-job-cancel")
            await writer.WriteLineAsync(JobEvent("BLOCK_JOB_CANCELLED", arguments.GetProperty("device")));
    }

    private async Task RunJobsAsync(JsonElement transaction, StreamWriter writer)
    {
        foreach (JsonElement action in transaction.GetProperty("actions").EnumerateArray())
        {
            JsonElement data = action.GetProperty("data");
            File.WriteAllText(data.GetProperty("target").GetString()!, "backup of " + data.GetProperty("device").GetString());
            if (JobsDo == "nothing")
                continue;
            string error = JobsDo == "complete" ? "" : $$""", "error": "{{JobsDo}}" """;
            await writer.WriteLineAsync(JobEvent("BLOCK_JOB_COMPLETED", data.GetProperty("job-id"), error));
        }
    }

    private static string JobEvent(string name, JsonElement job, string more = "") => $$"""{"event": "{{name}}", "data": {"device": {{job.GetRawText()}}{{more}} """ + "}}";
}
