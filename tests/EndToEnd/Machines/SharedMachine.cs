using System;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>One machine for all tests of a class: its start is most of what they cost.</summary>
public sealed class SharedMachine : IAsyncDisposable
{
    /// <summary>Three disks to stack devices on: <c>/dev/vdc</c> to <c>/dev/vde</c>.</summary>
    private const int EmptyDisks = 3;

    private MachineDisks? disks;
    private Task<Machine>? starting;

    internal Task<Machine> StartedAsync() => starting ??= StartAsync();

    /// <summary>The report of a run whose scripts do nothing; it must end in an application-consistent snapshot.</summary>
    internal async Task<JsonElement> RunQuiesceAsync(string arguments)
    {
        var report = await ReportAsync($"--config {ScriptPair.Config} {arguments}");
        Assert.True(report.GetProperty("level").GetString() == "application", report.ToString());
        return report;
    }

    /// <summary>The report, however the run ended.</summary>
    internal async Task<JsonElement> ReportAsync(string arguments)
    {
        var machine = await StartedAsync();
        var report = await machine.RunAsync(
            $"""
            rm -f /run/report.json
            {MachineDisks.Payload}/quiesce run {arguments} --report /run/report.json > /run/said 2>&1
            [ -s /run/report.json ] || cat /run/said
            cat /run/report.json
            """);
        return JsonDocument.Parse(report).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        if (starting is { IsCompletedSuccessfully: true })
            await (await starting).DisposeAsync();
        disks?.Dispose();
    }

    private async Task<Machine> StartAsync()
    {
        var image = MachineImage.Require();
        disks = new MachineDisks(
            content =>
            {
                ScriptPair.Write(content);
                CompiledShop.Write(content);
                CompiledUnits.Write(content);
            },
            EmptyDisks);
        var machine = await Machine.BootAsync(image, disks.Images);
        try
        {
            await machine.RunAsync(MachineDisks.Mount);
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }
}
