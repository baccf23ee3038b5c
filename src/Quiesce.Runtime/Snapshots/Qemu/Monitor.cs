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
    private readonly List<Answer> _events = [];
    private bool _hearsFormerAnswers;
    private int _commands;

    private Monitor(MonitorSocket socket) => _socket = socket;

    public static Monitor OfMachine(string path, CancellationToken cancellation)
    {
        var monitor = new Monitor(MonitorSocket.Connect(path, $"Is the machine running, and was it started with '-qmp unix:{path},server,nowait'?"));
        try
        {
            if (monitor.Receive(s_quick, cancellation)?.Find("QMP") is null)
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

    /// <summary>
    /// The agent may still hold half a command of a client before us, and the socket its answers. A byte that no text contains ends the one; the others are whatever comes before the answer to a
    /// number of ours.
    /// </summary>
    public static Monitor OfGuestAgent(string path, CancellationToken cancellation)
    {
        var monitor = new Monitor(MonitorSocket.Connect(
            path,
            $"Is the machine running, with '-chardev socket,id=agent,path={path},server=on,wait=off -device virtio-serial -device virtserialport,chardev=agent,name=org.qemu.guest_agent.0'?"));
        try
        {
            monitor._hearsFormerAnswers = true;
            monitor._socket.Send([0xFF]);
            if (monitor.Ask("guest-sync", writer => writer.WriteNumber("id", Environment.ProcessId), s_quick, cancellation) is null)
                throw new SnapshotException($"no guest agent answers at '{path}': is qemu-guest-agent installed and running in the guest, and no other client (libvirt) connected?");
            monitor._hearsFormerAnswers = false;
            return monitor;
        }
        catch
        {
            monitor.Dispose();
            throw;
        }
    }

    /// <exception cref="SnapshotException">The command was refused, or nobody answered.</exception>
    public Answer Execute(string command, Action<Utf8JsonWriter>? arguments, CancellationToken cancellation) => Execute(command, arguments, s_quick, cancellation);

    public Answer Execute(string command, Action<Utf8JsonWriter>? arguments, TimeSpan limit, CancellationToken cancellation) =>
        TryExecute(command, arguments, limit, cancellation, out string refusal) ?? throw new SnapshotException($"{command}: {refusal}");

    /// <returns><see langword="null"/> when the command was refused; the refusal is what the other side says of it.</returns>
    /// <exception cref="SnapshotException">Nobody answered.</exception>
    public Answer? TryExecute(string command, Action<Utf8JsonWriter>? arguments, CancellationToken cancellation, out string refusal) => TryExecute(command, arguments, s_quick, cancellation, out refusal);

    /// <returns>The next event; <see langword="null"/> when none came within the limit.</returns>
    public Answer? NextEvent(TimeSpan limit, CancellationToken cancellation)
    {
        if (_events.Count > 0)
        {
            Answer known = _events[0];
            _events.RemoveAt(0);
            return known;
        }

        return Receive(limit, cancellation) is { } message && message.Find("event") is not null ? message : null;
    }

    public void Dispose() => _socket.Dispose();

    private Answer? TryExecute(string command, Action<Utf8JsonWriter>? arguments, TimeSpan limit, CancellationToken cancellation, out string refusal)
    {
        Answer message = Ask(command, arguments, limit, cancellation)
            ?? throw new SnapshotException($"'{_socket.Path}' did not answer '{command}' within {limit.TotalSeconds:F0} s");
        Answer? error = message.Find("error");
        refusal = error is { } told ? told["desc"].Text : "";
        return error is null ? message["return"].Called($"{_socket.Path}: {command}") : null;
    }

    /// <returns>The answer to just this command; <see langword="null"/> when none came within the limit.</returns>
    private Answer? Ask(string command, Action<Utf8JsonWriter>? arguments, TimeSpan limit, CancellationToken cancellation)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"quiesce-{++_commands}");
        _socket.Send(Line(command, arguments, id));
        double deadline = MonotonicClock.NowInMilliseconds + limit.TotalMilliseconds;
        while (Receive(LeftUntil(deadline), cancellation) is { } message)
        {
            if (message.Find("event") is not null)
                _events.Add(message);
            else if (message.Find("id") is { } answered && answered.Is(id))
                return message;
        }

        return null;
    }

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

    private Answer? Receive(TimeSpan limit, CancellationToken cancellation)
    {
        double deadline = MonotonicClock.NowInMilliseconds + limit.TotalMilliseconds;
        while (_socket.Receive(LeftUntil(deadline), cancellation) is { } line)
        {
            if (Answer.Parse(line, _socket.Path) is { } message)
                return message;
            if (!_hearsFormerAnswers)
                throw new SnapshotException($"'{_socket.Path}' does not speak QMP");
        }

        return null;
    }

    private static TimeSpan LeftUntil(double deadline) => TimeSpan.FromMilliseconds(Math.Max(0, deadline - MonotonicClock.NowInMilliseconds));
}
