using System;
using System.Globalization;
using System.Text;

namespace Quiesce.Runtime.Freezing.Mounts;

/// <summary>One line of <c>/proc/self/mountinfo</c> (proc_pid_mountinfo(5)).</summary>
internal sealed record MountEntry(int Id, DeviceNumber Device, string MountPoint, string FileSystemType, string Source, bool IsReadOnly)
{
    /// <summary><c>36 35 98:0 /root /mount/point rw,noatime master:1 … - ext4 /dev/sda1 rw,errors=continue</c>; the optional fields end at a lone hyphen.</summary>
    public static MountEntry Parse(string line)
    {
        string[] fields = line.Split(' ');
        int separator = Array.IndexOf(fields, "-", 6);
        if (separator < 0 || fields.Length < separator + 4)
            throw new FormatException("not a line of mountinfo: " + line);

        return new MountEntry(
            int.Parse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture),
            DeviceNumber.Parse(fields[2]),
            Unescape(fields[4]),
            fields[separator + 1],
            Unescape(fields[separator + 2]),
            Array.IndexOf(fields[separator + 3].Split(','), "ro") >= 0);
    }

    /// <summary>The kernel writes space, tab, newline and backslash – single bytes all – as three octal digits.</summary>
    private static string Unescape(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal))
            return field;

        var text = new StringBuilder(field.Length);
        for (int i = 0; i < field.Length; i++)
        {
            if (field[i] == '\\' && i + 3 < field.Length)
            {
                text.Append((char)((field[i + 1] - '0') * 64 + (field[i + 2] - '0') * 8 + (field[i + 3] - '0')));
                i += 3;
            }
            else
                text.Append(field[i]);
        }

        return text.ToString();
    }
}
