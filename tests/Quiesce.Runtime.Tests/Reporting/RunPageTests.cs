using System;
using System.Linq;
using System.Xml.Linq;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Reporting.Html;
using Xunit;

namespace Quiesce.Runtime.Tests.Reporting;

public sealed class RunPageTests
{
    private static readonly XNamespace s_svg = XNamespace.None;

    [Fact]
    public void The_page_needs_nothing_but_itself()
    {
        string page = RunPage.Of(SampleReport.Succeeded);

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=", page);
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("@import", page);
        Assert.Contains("default-src 'none'", page);
    }

    [Fact]
    public void What_a_script_prints_is_text_and_never_markup()
    {
        string page = RunPage.Of(SampleReport.Succeeded with
        {
            Profile = "<script>alert(1)</script>",
            Remarks = ["<img src=x onerror=alert(1)>"],
            Proof = [new ReportedProof("\" onload=\"x", "<held>", false, null, null, "a & b")],
        });

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.Contains("quiesced &lt;b&gt;2&lt;/b&gt; engines", page);
        Assert.Contains("a &amp; b", page);
    }

    [Fact]
    public void Below_the_stall_stand_the_hold_the_freeze_and_the_snapshot_each_inside_the_one_above()
    {
        XElement svg = Timelines(SampleReport.Succeeded)[0];
        (string Kind, double From, double To)[] bars = [.. svg.Descendants(s_svg + "rect").Select(bar => (
            (string)bar.Attribute("class")!, (double)bar.Attribute("x")!, (double)bar.Attribute("x")! + (double)bar.Attribute("width")!))];

        Assert.Equal(["stall", "hold", "freeze", "snapshot"], bars.Select(bar => bar.Kind));
        foreach ((var outer, var inner) in bars.Zip(bars.Skip(1)))
            Assert.True(outer.From <= inner.From && inner.To <= outer.To + 0.01, $"{inner} is not inside {outer}");
    }

    [Fact]
    public void Every_phase_has_its_bar_in_the_runs_order() => Assert.Equal(
        SampleReport.Succeeded.Phases.Select(phase => phase.Name),
        Timelines(SampleReport.Succeeded)[1].Descendants(s_svg + "text").Where(text => (string?)text.Attribute("class") == "label").Select(text => text.Value));

    [Fact]
    public void A_run_that_was_refused_has_a_page_without_timelines()
    {
        RunReport refused = SampleReport.Succeeded with { Phases = [], Stall = null, Proof = [], Mounts = [], Scripts = [], Snapshot = null, Records = [], Level = "none" };

        string page = RunPage.Of(refused);

        Assert.Contains("no snapshot", page);
        Assert.DoesNotContain("<svg", page);
    }

    [Fact]
    public void A_run_of_no_time_at_all_is_drawn() =>
        Assert.Contains("<svg", RunPage.Of(SampleReport.Succeeded with { Phases = [new ReportedPhase("check", 5, 5)], Stall = null }));

    [Theory]
    [InlineData("/srv/shop", false)]
    [InlineData("/var/lib/postgresql/15/main", false)]
    [InlineData("/var/lib/docker/volumes/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08/_data", true)]
    [InlineData("/srv/WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW/data", true)]
    [InlineData("/srv/𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲𝒲/data", true)]
    public void A_long_mount_point_keeps_its_ends_within_the_picture_and_is_whole_in_its_title(string mountPoint, bool isShortened)
    {
        XElement label = Labels(SampleReport.Succeeded with { Mounts = [SampleReport.Succeeded.Mounts[0] with { MountPoint = mountPoint }] }).Single(text => text.Value.Contains("freeze of", StringComparison.Ordinal));
        string shown = string.Concat(label.Nodes().OfType<XText>());

        Assert.Equal(isShortened ? "freeze of " + mountPoint : null, (string?)label.Element("title"));
        Assert.Equal(isShortened, shown.Contains('…', StringComparison.Ordinal));
        Assert.StartsWith("freeze of /", shown, StringComparison.Ordinal);
        Assert.EndsWith(mountPoint[^5..], shown, StringComparison.Ordinal);
        Assert.InRange(shown.EnumerateRunes().Sum(rune => rune.Value is < 0x1100 and not 'W' ? 6.5 : 13), 0, (double)label.Attribute("x")!);
    }

    [Fact]
    public void Many_mounts_are_two_bars_and_a_row_each()
    {
        ReportedMount one = SampleReport.Succeeded.Mounts[0];
        RunReport report = SampleReport.Succeeded with { Mounts = [.. Enumerable.Range(0, 200).Select(index => one with { MountPoint = $"/srv/{index:000}", FrozenAtMs = 100_391 + index * 0.01, ThawedAtMs = 100_402 - index * 0.01 })] };

        Assert.Equal(["stall", "hold of orders", "freeze of 200 mounts", "all of them at once", "snapshot"], Labels(report).Select(text => text.Value));
        Assert.Contains("/srv/199", RunPage.Of(report), StringComparison.Ordinal);
    }

    private static XElement[] Labels(RunReport report) => [.. Timelines(report)[0].Descendants(s_svg + "text").Where(text => (string?)text.Attribute("class") == "label")];

    private static XElement[] Timelines(RunReport report) =>
        [.. RunPage.Of(report).Split("<svg").Skip(1).Select(part => XElement.Parse("<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)]))];
}
