using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Quiesce.Generators.Emission;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class IncrementalTests
{
    [Fact]
    public void Sources_that_say_the_same_give_equal_models()
    {
        var one = GeneratorRun.Over(Sources.WebShop);
        var other = GeneratorRun.Over(Sources.WebShop
            .Replace("TimeoutInSeconds = 120", "TimeoutInSeconds = 60 * 2 /* two minutes */", StringComparison.Ordinal)
            .Replace("\"web-shop\"", "\"web\" + \"-shop\"", StringComparison.Ordinal)
            .Replace("[\"/var/lib/mysql\"]", "new[] { \"/var/lib/mysql\" }", StringComparison.Ordinal));

        Assert.Equal(one.Values(TrackingNames.Bind), other.Values(TrackingNames.Bind));
        Assert.Equal(one.Values(TrackingNames.Compile), other.Values(TrackingNames.Compile));
    }

    [Fact]
    public void Sources_that_differ_in_one_setting_give_different_models()
        => Assert.NotEqual(
            GeneratorRun.Over(Sources.WebShop).Values(TrackingNames.Bind),
            GeneratorRun.Over(Sources.WebShop.Replace("20", "21", StringComparison.Ordinal)).Values(TrackingNames.Bind));

    [Fact]
    public void Reformatting_binds_again_and_compiles_nothing()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        run.Edit("// A new first line.\n" + Sources.WebShop.Replace(", ", ",\n        ", StringComparison.Ordinal));

        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Bind));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Compile));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Fragments));
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.SharedNames));
        Assert.All(OutputReasons(run), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_elsewhere_compiles_nothing()
    {
        var run = GeneratorRun.Over(Sources.WebShop, "class Other { }");
        run.Edit("class Other { void Method() { } }", file: 1);
        run.Add("class Third { }");

        Assert.All(run.Reasons(TrackingNames.Bind), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(run.Reasons(TrackingNames.Compile), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_one_profile_compiles_no_other()
    {
        var run = GeneratorRun.Over(Sources.WebShop, OtherProfile(60));
        run.Edit(OtherProfile(61), file: 1);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Compile).Order());
    }

    [Fact]
    public void A_shared_default_in_another_file_reaches_every_profile()
    {
        var run = GeneratorRun.Over(Sources.Profile(), "[assembly: Quiesce.ProfileDefaults(LeaseInSeconds = 100)]");
        run.Edit("[assembly: Quiesce.ProfileDefaults(LeaseInSeconds = 101)]", file: 1);

        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(TrackingNames.Bind));
        Assert.Equal(101, Assert.IsType<ProfileModel>(Assert.Single(run.Values(TrackingNames.Bind))).Spec.Run.LeaseInSeconds);
    }

    [Fact]
    public void No_step_holds_a_compilation_a_symbol_or_syntax()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in new[] { TrackingNames.Bind, TrackingNames.Compile, TrackingNames.Fragments, TrackingNames.SharedNames })
        {
            foreach (var value in run.Values(step))
                AssertHoldsValuesAlone(value, seen);
        }

        Assert.Contains(seen, value => value is ProfileModel);
    }

    private static string OtherProfile(int timeout)
        => Sources.Profile($", TimeoutInSeconds = {timeout}", name: "other").Replace("WebShop", "Other", StringComparison.Ordinal);

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRun run)
        => run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason);

    private static void AssertHoldsValuesAlone(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;

        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or AttributeData or SemanticModel, $"A {value.GetType()} is held.");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertHoldsValuesAlone(item, seen);
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                AssertHoldsValuesAlone(field.GetValue(value), seen);
        }
    }
}
