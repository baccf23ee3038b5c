using System.Linq;
using System.Text.Json;
using Xunit;

namespace Quiesce.Cli.Tests;

public sealed class DoctorTests
{
    [Fact]
    public void What_is_found_is_printed_as_a_table_and_as_JSON_with_the_same_exit_code()
    {
        using var machine = new Machine();
        string build = machine.Build(Machine.Profile("shop"));

        (int asText, string text, _) = CommandLine.Run("doctor", build);
        (int asJson, string json, _) = CommandLine.Run("doctor", build, "--json");

        Assert.Equal((1, 1), (asText, asJson));
        JsonElement report = JsonDocument.Parse(json).RootElement;
        Assert.Equal(("shop", "error"), (report.GetProperty("examined").GetString(), report.GetProperty("worst").GetString()));
        string[] subjects = [.. report.GetProperty("diagnoses").EnumerateArray().Select(diagnosis => diagnosis.GetProperty("subject").GetString()!).Distinct()];
        Assert.Subset(subjects.ToHashSet(), new[] { "system", "agent", "profile", "mounts", "space", "ledger", "stock", "orders" }.ToHashSet());
        Assert.All(subjects, subject => Assert.Contains(subject, text));
        Assert.DoesNotContain('\e', text);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_refused()
    {
        (int exitCode, _, string error) = CommandLine.Run("doctor", "/nowhere");

        Assert.Equal(1, exitCode);
        Assert.Contains("/nowhere", error);
    }
}
