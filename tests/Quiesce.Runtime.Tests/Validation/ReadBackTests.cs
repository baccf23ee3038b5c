using System;
using System.Linq;
using System.Text;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Quiesce.Contract.Rules;
using Quiesce.Runtime.Configuration;
using Xunit;

namespace Quiesce.Runtime.Tests.Validation;

/// <summary>Nothing can pass the rules in the IDE and fail them on the machine, or the other way round: what they look at there is what they look at here.</summary>
public sealed class ReadBackTests
{
    [Fact]
    public void A_profile_read_back_from_its_files_is_the_profile_that_was_compiled()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            ProfileSpec profile = new RandomProfile(seed).Create();

            Assert.Equal(profile, ReadBack(profile));
        }
    }

    [Fact]
    public void And_breaks_the_same_rules()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            ProfileSpec profile = new RandomProfile(seed).Create();

            Assert.Equal(RuleTable.CheckDeployed(profile), RuleTable.CheckDeployed(ReadBack(profile)));
        }
    }

    [Fact]
    public void Locations_left_to_the_compiler_are_read_back_as_it_chose_them()
    {
        ProfileSpec read = ReadBack(CompiledProfile.Sample);

        Assert.StartsWith("/usr/local/lib/quiesce/sample/", read.Host.PreScriptLocation, StringComparison.Ordinal);
        Assert.Equal(CompiledProfile.Sample, read with { Host = read.Host with { PreScriptLocation = null, PostScriptLocation = null } });
    }

    private static ProfileSpec ReadBack(ProfileSpec profile)
    {
        EquatableArray<Artifact> artifacts = ArtifactCompiler.Compile(profile);
        HostConfiguration config = HostConfigurationReader.Parse("/c.json", Text(ArtifactNames.Config));
        return ProfileManifest.Read("/profile.json", Text(ArtifactNames.Profile)).ToSpec(config.Settings);

        byte[] Text(string name) => Encoding.UTF8.GetBytes(ArtifactCompiler.TextOf(artifacts.Single(artifact => artifact.Path.EndsWith("/" + name, StringComparison.Ordinal))));
    }
}
