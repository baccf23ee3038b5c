using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Tests.Plugins;
using Quiesce.Runtime.Tests.Running;
using Xunit;

namespace Quiesce.Runtime.Tests.Reporting;

public sealed class ReportSchemaTests
{
    private static readonly SchemaCheck s_check = new(JsonDocument.Parse(ReportSchema.Text()).RootElement);

    /// <summary>The file that is embedded. <c>QUIESCE_ACCEPT=1</c> writes it anew.</summary>
    [Fact]
    public void The_published_schema_is_the_one_that_the_records_give()
    {
        string path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/Quiesce.Runtime/Reporting", ReportSchema.FileName);
        if (Environment.GetEnvironmentVariable("QUIESCE_ACCEPT") == "1")
            File.WriteAllText(path, PublishedSchema.Make());

        Assert.Equal(PublishedSchema.Make(), File.ReadAllText(path));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("exit 3", "")]
    [InlineData("echo '\"\\'; printf '\\033'", "echo ä >&2; exit 1")]
    public void Reports_of_runs_are_as_the_schema_says(string pre, string post)
    {
        Privileges.RequireRoot();
        using var host = new ScratchHost();
        host.WriteHostFile(2);
        host.WritePlugin(0, pre: pre, post: post);
        host.WritePlugin(1);

        AssertDescribed(host.Run());
        AssertDescribed(host.Run(new FaultyFreezer { FreezeFault = OutcomeCatalogue.FreezeFailed }));
        AssertDescribed(host.Run(new FaultyFreezer { LosesTheFreeze = true }));
    }

    [Fact]
    public void A_refused_runs_report_is_as_the_schema_says()
    {
        Privileges.RequireRoot();
        using var host = new ScratchHost();

        AssertDescribed(host.Run());
    }

    [Theory]
    [InlineData("{\"schemaVersion\": 2}", "/schemaVersion: is not 1")]
    [InlineData("{\"runId\": null}", "/runId: Null is not")]
    [InlineData("{\"phases\": [{\"name\": \"pre\", \"startMs\": \"1\", \"endMs\": 2}]}", "/phases/0/startMs: String is not")]
    [InlineData("{\"colour\": \"blue\"}", ": 'colour' is not described")]
    [InlineData("{\"level\": \"good\"}", "/level: is none of")]
    [InlineData("{}", ": 'level' is missing")]
    [InlineData("[]", ": Array is not")]
    public void What_is_no_report_is_not_as_the_schema_says(string document, string fault) =>
        Assert.Contains(s_check.Faults(JsonDocument.Parse(document).RootElement), found => found.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void What_is_written_is_read_again()
    {
        Privileges.RequireRoot();
        using var host = new ScratchHost();
        host.WriteHostFile(1);
        host.WritePlugin(0);
        string text = ReportFile.Text(host.Run());

        Assert.Equal(text, ReportFile.Text(ReportFile.Parse(System.Text.Encoding.UTF8.GetBytes(text))));
    }

    private static void AssertDescribed(RunReport report) => Assert.Empty(s_check.Faults(JsonDocument.Parse(ReportFile.Text(report)).RootElement));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
