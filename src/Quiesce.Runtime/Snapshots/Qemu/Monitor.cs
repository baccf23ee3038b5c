using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading;

namespace Quiesce.Runtime.Snapshots.Qemu;

/// <summary>
/// Commands and answers of QEMU's monitor (QMP), and of the guest agent, which speaks the same without a greeting. Every command carries a number, so that an answer which comes after we
/// have given up on it is not taken for the next one's.
/// </summary>
internal sealed class Monitor : IDisposable
{
    /// <summary>Of what changes nothing: the other side answers at once, or is not there.</summary>
    private static readonly TimeSpan s_quick = TimeSpan.FromSeconds(10);

    private readonly MonitorSocket _socket;
    private readonly List<JsonElement> _events = [];
    private int _commands;

    private Monitor(MonitorSocket socket) => _socket = socket;

    public static Monitor OfMachine(string path, CancellationToken cancellation)
    {
        var monitor = new Monitor(MonitorSocket.Connect(path));
        try
        {
            if (monitor.Receive(s_quick, cancellation) is not { } greeting || !greeting.TryGetProperty("QMP", out _))
                throw new SnapshotException($"'{path}' does not greet as QMP does; QEMU serves one client of a monitor at a time: is another one connected?");
            monitor.Execute("qmp_capabilities", null, cancellation);
            return monitor;
        }
        catch
        {
            monitor.Dispose();
            throw;
        }
    }

    /// <summary>The agent may still hold half a command of a client before us; its answer to a number of ours is where our talk begins.</summary>
    public static Monitor OfGuestAgent(string path, CancellationToken cancellation)
    {
        var monitor = new Monitor(MonitorSocket.Connect(path));
        try
        {
            monitor.Execute("guest-sync", writer => writer.WriteNumber("id", Environment.ProcessId), cancellation);
            return monitor;
        }
        catch
        {
            monitor.Dispose();
            throw;
        }
    }

    /// <exception cref="SnapshotException">The command was refused, or nobody answered.</exception>
    public JsonElement Execute(string command, Action<Utf8JsonWriter>? arguments, CancellationToken cancellation) => Execute(command, arguments, s_quick, cancellation);

    public JsonElement Execute(string command, Action<Utf8JsonWriter>? arguments, TimeSpan limit, CancellationToken cancellation)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"quiesce-{++_commands}");
        _socket.Send(Line(command, arguments, id));
        double deadline = MonotonicClock.NowInMilliseconds + limit.TotalMilliseconds;
        while (Receive(TimeSpan.FromMilliseconds(Math.Max(0, deadline - MonotonicClock.NowInMilliseconds)), cancellation) is { } message)
        {
            if (message.TryGetProperty("event", out _))
                _events.Add(message);
            else if (message.TryGetProperty("id", out JsonElement answered) && answered.ValueKind == JsonValueKind.String && answered.GetString() == id)
                return message.TryGetProperty("return", out JsonElement result) ? result : throw new SnapshotException($"{command}: {Complaint(message)}");
        }

        throw new SnapshotException($"'{_socket.Path}' did not answer '{command}' within {limit.TotalSeconds:F0} s");
    }

    /// <returns>The next event; <see langword="null"/> when none came within the limit.</returns>
    public JsonElement? NextEvent(TimeSpan limit, CancellationToken cancellation)
    {
        if (_events.Count > 0)
        {
            JsonElement known = _events[0];
            _events.RemoveAt(0);
            return known;
        }

        return Receive(limit, cancellation) is { } message && message.TryGetProperty("event", out _) ? message : null;
    }

    public void Dispose() => _socket.Dispose();

    private static string Complaint(JsonElement message) => message.TryGetProperty("error", out JsonElement error) && error.TryGetProperty("desc", out JsonElement text)
        ? text.GetString() ?? ""
        : message.GetRawText();

    private static byte[] Line(string command, Action<Utf8JsonWriter>? arguments, string id)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteString("execute", command);
            writer.WriteString("id", id);
            if (arguments is not null)
            {
                writer.WriteStartObject("arguments");
                arguments(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return [.. text.WrittenSpan, (byte)'\n'];
    }

    private JsonElement? Receive(TimeSpan limit, CancellationToken cancellation)
    {
        byte[]? line = _socket.Receive(limit, cancellation);
        try
        {
            return line is null ? null : JsonDocument.Parse(line).RootElement;
        }
        catch (JsonException)
        {
            throw new SnapshotException($"'{_socket.Path}' does not speak QMP");
        }
    }
}
