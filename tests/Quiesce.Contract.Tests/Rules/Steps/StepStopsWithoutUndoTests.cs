using System;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class StepStopsWithoutUndoTests
{
    [Theory]
    [InlineData("⟦systemctl⟧ stop a b")]
    [InlineData("⟦systemctl⟧ --no-block stop a")]
    [InlineData("sudo -n ⟦systemctl⟧ stop a")]
    [InlineData("⟦service⟧ a stop")]
    [InlineData("⟦/etc/init.d/a⟧ stop")]
    [InlineData("⟦docker⟧ stop a")]
    [InlineData("⟦docker⟧ pause a")]
    [InlineData("⟦docker⟧ compose stop a")]
    [InlineData("⟦docker-compose⟧ down")]
    [InlineData("⟦supervisorctl⟧ stop all")]
    [InlineData("⟦kill⟧ -STOP \"$(cat a.pid)\"")]
    [InlineData("⟦pkill⟧ --signal STOP a")]
    [InlineData("⟦nginx⟧ -s quit")]
    [InlineData("if a; then ⟦sv⟧ down b; fi")]
    [InlineData("sh -c ⟦'systemctl stop a'⟧")]
    public void A_step_that_stops_something_for_good_is_blamed(string marked) => Judged.Blames<StepStopsWithoutUndoRule>(marked);

    [Theory]
    [InlineData("systemctl start a")]
    [InlineData("systemctl restart a")]
    [InlineData("systemctl status stop")]
    [InlineData("service stop start")]
    [InlineData("docker ps")]
    [InlineData("kill -TERM 1")]
    [InlineData("kill -CONT 1")]
    [InlineData("nginx -s reload")]
    [InlineData("echo systemctl stop a")]
    public void A_step_that_stops_nothing_passes(string text) => Judged.Passes<StepStopsWithoutUndoRule>(text);

    [Fact]
    public void An_undo_is_enough() => Assert.Empty(Judged.Step<StepStopsWithoutUndoRule>("systemctl stop a", new UndoSpec("Resume", "systemctl start a")));

    [Fact]
    public void What_undoes_a_step_needs_no_undo() => Assert.Empty(Judged.Step<StepStopsWithoutUndoRule>("systemctl start a", new UndoSpec("Resume", "systemctl stop a")));

    [Fact]
    public void After_the_release_nothing_is_left_to_undo() => Assert.Empty(Judged.Step<StepStopsWithoutUndoRule>("systemctl stop a", phase: StepPhase.AfterRelease));

    [Fact]
    public void The_message_names_what_is_stopped()
        => Assert.Contains("'a b' is stopped here", Assert.Single(Judged.Step<StepStopsWithoutUndoRule>("systemctl stop a b")).Message, StringComparison.Ordinal);
}
