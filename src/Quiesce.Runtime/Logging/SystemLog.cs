using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Text;

namespace Quiesce.Runtime.Logging;

/// <summary>
/// The machine's own log: systemd's journal, where every line carries the run's id and profile as fields (<c>journalctl QUIESCE_RUN_ID=…</c>), else syslog's socket, else nothing. Not to be
/// written to while file systems are frozen.
/// </summary>
/// <param name="journalSocket">systemd-journald's native socket.</param>
/// <param name="syslogSocket">The socket that every syslog daemon listens on.</param>
internal sealed class SystemLog(string journalSocket = "/run/systemd/journal/socket", string syslogSocket = "/dev/log")
{
    private const string Identifier = "quiesce";

    /// <summary>The facility of system daemons, in the place where syslog wants it.</summary>
    private const int Daemon = 3 << 3;

    /// <summary>What fits a datagram with its other fields under the kernel's usual limit, whatever a script said.</summary>
    private const int MostCharacters = 16 * 1024;

    public void Write(LogPriority priority, string runId, string profile, string message)
    {
        string text = message.Length > MostCharacters ? message[..MostCharacters] + "…" : message;
        if (DatagramSocket.TrySend(journalSocket, JournalEntry(priority, runId, profile, text)))
            return;
        DatagramSocket.TrySend(syslogSocket, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"<{Daemon + (int)priority}>{Identifier}[{Environment.ProcessId}]: run {runId}: {text.ReplaceLineEndings(" ")}")));
    }

    private static byte[] JournalEntry(LogPriority priority, string runId, string profile, string text)
    {
        using var entry = new MemoryStream();
        Field(entry, "PRIORITY", ((int)priority).ToString(CultureInfo.InvariantCulture));
        Field(entry, "SYSLOG_IDENTIFIER", Identifier);
        Field(entry, "QUIESCE_RUN_ID", runId);
        Field(entry, "QUIESCE_PROFILE", profile);
        Field(entry, "MESSAGE", text);
        return entry.ToArray();
    }

    /// <summary>In the form that allows line ends in a value: the name alone, the length in eight bytes, the value.</summary>
    private static void Field(MemoryStream entry, string name, string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
        entry.Write(Encoding.UTF8.GetBytes(name + "\n"));
        entry.Write(length);
        entry.Write(bytes);
        entry.WriteByte((byte)'\n');
    }
}
