using System.Linq;
using Microsoft.CodeAnalysis;
using Quiesce.Runtime;
using Xunit;

namespace Quiesce.Generators.Tests;

/// <summary>The handle by which a program runs a profile: generated only where the project references the runtime.</summary>
public sealed class HandleTests
{
    private static readonly MetadataReference s_runtime = MetadataReference.CreateFromFile(typeof(ProfileHandle).Assembly.Location);

    [Fact]
    public void Authors_of_profiles_alone_see_nothing_of_it()
        => Assert.DoesNotContain("ProfileHandle", GeneratedBy(GeneratorRun.Over(Sources.WebShop)));

    [Fact]
    public void With_the_runtime_the_class_has_a_handle_of_its_name()
    {
        var run = GeneratorRun.Over(s_runtime, Sources.WebShop);

        Assert.Empty(run.Diagnostics);
        var handle = (ProfileHandle)AssemblyRecords.Load(run.Output).GetType("Shop.WebShop")!.GetProperty("Profile")!.GetValue(null)!;
        Assert.Equal("web-shop", handle.Name);
    }

    [Fact]
    public void A_rejected_profile_of_a_project_with_the_runtime()
        => Snapshot.Verify(GeneratorRun.Over(s_runtime, Sources.Profile(", TimeoutInSeconds = 1801")).Result, typeof(HandleTests));

    [Fact]
    public void A_class_that_is_itself_called_Profile_does_without()
    {
        var run = GeneratorRun.Over(s_runtime, "[Quiesce.ConsistencyProfile(\"a\")] static partial class Profile { [Quiesce.BeforeQuiesce] const string Step = \"true\"; }");

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_member_of_that_name_is_in_the_way_only_where_there_would_be_a_handle()
    {
        var source = Sources.Profile(body: "internal const int Profile = 1;");

        Assert.Empty(AssemblyRecords.Of(GeneratorRun.Over(source)).Rejections);
        Assert.Equal("QSC6010", Assert.Single(AssemblyRecords.Of(GeneratorRun.Over(s_runtime, source)).Rejections).RuleId);
    }

    private static string GeneratedBy(GeneratorRun run) => string.Concat(run.Result.GeneratedSources.Select(generated => generated.SourceText.ToString()));
}
