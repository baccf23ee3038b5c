using System;
using System.Linq;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

public sealed class ScriptCompilerTests
{
    [Fact]
    public void A_script_carries_only_the_engines_it_needs()
    {
        var fragments = ScriptCompiler.CompilePre(SampleProfiles.WebShop).Fragments;

        Assert.Contains("mariadb", fragments);
        Assert.Contains("postgresql", fragments);
        Assert.DoesNotContain("mysql", fragments);
    }

    [Fact]
    public void Two_engines_of_one_kind_share_a_fragment()
    {
        var one = SampleProfiles.WebShop.Engines[1];
        var profile = SampleProfiles.WebShop with { Engines = (EngineSpec[])[one, one with { Name = "archive" }] };

        Assert.Distinct(ScriptCompiler.CompilePre(profile).Fragments);
    }

    [Fact]
    public void What_is_defined_comes_before_what_runs()
    {
        Assert.Equal("core", ScriptCompiler.CompilePre(SampleProfiles.WebShop).Fragments[0]);
        Assert.Equal("pre", ScriptCompiler.CompilePre(SampleProfiles.WebShop).Fragments.Last());
        Assert.Equal("post", ScriptCompiler.CompilePost(SampleProfiles.WebShop).Fragments.Last());
    }

    [Fact]
    public void Every_kind_of_engine_can_be_examined_by_the_doctor()
    {
        Assert.All(SampleProfiles.EveryEngine.Engines.Concat(SampleProfiles.FurtherEngines.Engines), engine =>
        {
            var examination = ScriptCompiler.CompileExamination(SampleProfiles.WebShop with { Engines = (EngineSpec[])[engine] });

            Assert.Contains($"\n{engine.Kind}_examine() {{", examination.Text, System.StringComparison.Ordinal);
            Assert.Equal("examine", examination.Fragments.Last());
        });
    }

    [Fact]
    public void Only_the_pre_script_can_become_a_keeper()
    {
        Assert.Contains("keeper", ScriptCompiler.CompilePre(SampleProfiles.WebShop).Fragments);
        Assert.DoesNotContain("keeper", ScriptCompiler.CompilePost(SampleProfiles.WebShop).Fragments);
    }

    [Fact]
    public void The_scripts_have_a_session_for_every_engine_that_a_profile_may_have()
        => Assert.Contains($"readonly max_sessions={Limits.MaxEngines}\n", ScriptFragments.Text("session"), StringComparison.Ordinal);

    [Fact]
    public void A_head_holds_nothing_but_comments_assignments_and_functions_of_assignments()
    {
        const string hostile = "'; touch /tmp/x; '\n}\nrm -rf \"$HOME\" #";
        var profile = SampleProfiles.WebShop with
        {
            TypeName = "Shop\n$(touch /tmp/x)",
            Engines = (EngineSpec[])[(MariaDbSpec)SampleProfiles.WebShop.Engines[1] with { User = hostile, Socket = hostile }],
            Steps = (StepSpec[])[SampleProfiles.WebShop.Steps[0] with { Text = hostile }],
        };

        var head = ScriptCompiler.CompilePre(profile).Head.Replace(ShellQuoting.Quote(hostile), "''", StringComparison.Ordinal);

        Assert.All(head.Split('\n')[..^1], line => Assert.Matches(@"^(#.*|( {4})?[a-z0-9_]+='[^']*'|[a-z_]+_[0-9]+\(\) \{|\})$", line));
    }
}
