using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Quiesce.Runtime.Scripts;

/// <summary>Reads from <c>/proc</c> who descends from whom.</summary>
internal static class ProcessTable
{
    /// <summary>
    /// Everything that a script started and that is still there: members of its session, children of those, and – where a process made a session of its own and lost its parent –
    /// whatever still carries the mark that the script was started with.
    /// </summary>
    public static IReadOnlyList<RunningProcess> StartedBy(int script, string mark)
    {
        List<RunningProcess> all = [.. All()];
        HashSet<int> found = [.. all.Where(entry => entry.Id == script || entry.Session == script || Carries(entry.Id, mark)).Select(entry => entry.Id)];
        bool grown;
        do
        {
            int before = found.Count;
            found.UnionWith(all.Where(entry => found.Contains(entry.Parent)).Select(entry => entry.Id));
            grown = found.Count > before;
        }
        while (grown);

        found.Remove(Environment.ProcessId);
        return [.. all.Where(entry => found.Contains(entry.Id))];
    }

    private static IEnumerable<RunningProcess> All()
    {
        foreach (string folder in Folders())
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id) && Read(id) is { } entry)
                yield return entry;
        }
    }

    // Without a descriptor to spare nothing can be found.
    private static string[] Folders()
    {
        try
        {
            return Directory.GetDirectories("/proc");
        }
        catch (IOException)
        {
            return [];
        }
    }

    // The line is `id (name) state parent group session …`; the name may contain blanks and brackets, so the fields are counted from its end.
    private static RunningProcess? Read(int id)
    {
        string line = ReadGone($"/proc/{id}/stat");
        string[] fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 3 && fields[0] is not ("Z" or "X")
            ? new RunningProcess(id, int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture))
            : null;
    }

    private static bool Carries(int id, string mark) => ReadGone($"/proc/{id}/environ").Split('\0').Contains(mark);

    // A process may end between the look at the folder and the look into it.
    private static string ReadGone(string path)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(path));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
