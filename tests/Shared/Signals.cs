using System.Globalization;

namespace Quiesce.Tests.Shared;

/// <summary>Sends signals to processes by their id; one that is gone already is no mistake.</summary>
internal static class Signals
{
    public static void Kill(int processId) => Send("KILL", processId);

    public static void Send(string signal, int processId)
    {
        using var kill = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("kill", ["-s", signal, processId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }
}
