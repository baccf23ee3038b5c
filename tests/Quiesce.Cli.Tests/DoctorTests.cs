using System.IO;
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
    public void Of_a_hosts_several_plugins_each_has_its_own_part_of_the_table_and_its_name_in_the_JSON()
    {
        using var machine = new Machine();
        string[] configs = [.. new[] { "shop", "stock" }.Select(name => Path.Combine(machine.Build(Machine.Profile(name)), "VMSnapshotScriptPluginConfig.json"))];
        string host = machine.In("/VMSnapshotPluginHost.conf");
        File.WriteAllText(host, "[pre_post]\nnumberOfPlugins = 2\n" + string.Concat(configs.Select((config, index) => $"pluginName{index} = p\npluginPath{index} = /p\npluginConfigPath{index} = {config}\n")));

        (int asText, string text, _) = CommandLine.Run("doctor", host);
        (int asJson, string json, _) = CommandLine.Run("doctor", host, "--json");

        Assert.Equal((1, 1), (asText, asJson));
        Assert.Equal([host, .. configs], text.Split('\n').Where(line => line.StartsWith('/')));
        JsonElement report = JsonDocument.Parse(json).RootElement;
        Assert.Equal(host, report.GetProperty("examined").GetString());
        Assert.Equal(configs, report.GetProperty("diagnoses").EnumerateArray().Select(diagnosis => diagnosis.TryGetProperty("profile", out JsonElement profile) ? profile.GetString()! : "").Where(profile => profile != "").Distinct());
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_refused()
    {
        (int exitCode, _, string error) = CommandLine.Run("doctor", "/nowhere");

        Assert.Equal(1, exitCode);
        Assert.Contains("/nowhere", error);
    }
}
