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

    private static XElement[] Timelines(RunReport report) =>
        [.. RunPage.Of(report).Split("<svg").Skip(1).Select(part => XElement.Parse("<svg" + part[..(part.IndexOf("</svg>", StringComparison.Ordinal) + 6)]))];
}
