using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Steps;

public sealed class StepStopsWithoutUndoTests
{
    [Theory]
    [InlineData("[|systemctl|] stop orders-worker", "systemctl start orders-worker")]
    [InlineData("sudo -n [|systemctl|] stop 'a b' || exit 1", "sudo -n systemctl start 'a b'")]
    [InlineData("[|service|] nginx stop >/dev/null", "service nginx start")]
    [InlineData("[|sv|] down worker", "sv up worker")]
    [InlineData("[|sv|] pause worker", "sv cont worker")]
    [InlineData("[|monit|] unmonitor worker", "monit monitor worker")]
    [InlineData("[|docker|] pause a b", "docker unpause a b")]
    [InlineData("[|docker|] compose down", "docker compose up -d")]
    [InlineData("[|docker-compose|] stop web", "docker-compose start web")]
    [InlineData("[|pkill|] -STOP -x worker", "pkill -CONT -x worker")]
    [InlineData("[|killall|] -s STOP worker", "killall -s CONT worker")]
    [InlineData("[|/etc/init.d/worker|] stop", "/etc/init.d/worker start")]
    public Task What_is_stopped_is_started_again(string step, string undo)
        => Rule()
            .WithSource(ProfileSource.With(body: $"""
                    // no orders during the backup
                    [BeforeQuiesce] // first
                    private const string Drain = "{step}"; // now
                """))
            .ShouldBecome(ProfileSource.With(body: $"""
                    // no orders during the backup
                    [BeforeQuiesce(Undo = nameof(UndoDrain))] // first
                    private const string Drain = "{step.Replace("[|", "").Replace("|]", "")}"; // now

                    private const string UndoDrain = "{undo}";
                """))
            .ValidateAsync();

    [Fact]
    public Task Several_are_started_in_reverse_and_the_attribute_keeps_what_it_says()
        => Rule()
            .WithSource(ProfileSource.With(body: """
                    [BeforeQuiesce(TimeoutInSeconds = 20)]
                    private const string Drain = "[|systemctl|] stop a; sync; [|systemctl|] stop b";
                    private const int UndoDrain = 1;
                """))
            .ByFixingAll(FixAllScope.Document)
            .ShouldBecome(ProfileSource.With(body: """
                    [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(UndoDrain2))]
                    private const string Drain = "systemctl stop a; sync; systemctl stop b";

                    private const string UndoDrain2 = "systemctl start b\nsystemctl start a";
                    private const int UndoDrain = 1;
                """))
            .ValidateAsync();

    [Theory]
    [InlineData("if systemctl -q is-active a; then [|systemctl|] stop a; fi")]
    [InlineData("systemctl -q is-active a && [|systemctl|] stop a")]
    [InlineData("for u in a b; do [|systemctl|] stop $u; done")]
    [InlineData("[|systemctl|] stop $UNIT")]
    [InlineData("[|docker|] stop -t 10 web")]
    [InlineData("[|nginx|] -s stop")]
    [InlineData("sh -c [|'systemctl stop a'|]")]
    public Task Where_the_opposite_is_not_certain_none_is_offered(string step)
        => Rule()
            .WithSource(ProfileSource.With(body: $"""
                    [BeforeQuiesce]
                    private const string Drain = "{step}";
                """))
            .ShouldNotBeFixed()
            .ValidateAsync();

    private static ProjectBuilder Rule() => new(StepStopsWithoutUndoRule.RuleId);
}
