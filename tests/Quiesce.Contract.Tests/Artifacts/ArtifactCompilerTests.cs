using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Profiles;
using Xunit;

namespace Quiesce.Contract.Tests.Artifacts;

public sealed class ArtifactCompilerTests
{
    [Fact]
    public void A_profile_becomes_five_files_that_only_root_can_read()
        => Assert.Equal(
            [
                ("web-shop/VMSnapshotScriptPluginConfig.json", "600"),
                ("web-shop/pre.sh", "700"),
                ("web-shop/post.sh", "700"),
                ("web-shop/profile.json", "600"),
                ("web-shop/install.sh", "700"),
            ],
            ArtifactCompiler.Compile(SampleProfiles.WebShop).Select(artifact => (artifact.Path, artifact.Mode)));

    [Fact]
    public void The_same_profile_gives_the_same_bytes_in_every_culture()
    {
        // A minus sign is where cultures differ in integers; such a profile breaks a rule, and is all the better a witness.
        var profile = SampleProfiles.WebShop with { Host = SampleProfiles.WebShop.Host with { TimeoutInSeconds = -120 } };
        var invariant = ArtifactCompiler.Compile(profile);
        var former = CultureInfo.CurrentCulture;
        try
        {
            var swedish = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            swedish.NumberFormat.NegativeSign = "\u2212";
            CultureInfo.CurrentCulture = swedish;
            Assert.Equal(invariant, ArtifactCompiler.Compile(profile));
        }
        finally
        {
            CultureInfo.CurrentCulture = former;
        }
    }

    [Fact]
    public void Every_text_ends_in_a_newline_and_has_no_carriage_return()
        => Assert.All(ArtifactCompiler.Compile(SampleProfiles.WebShop).Select(ArtifactCompiler.TextOf), text =>
        {
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', text);
            Assert.NotEqual('\ufeff', text[0]);
        });

    [Fact]
    public void Scripts_go_into_a_folder_named_by_their_hash()
    {
        var before = Location(SampleProfiles.WebShop);
        var after = Location(SampleProfiles.WebShop with { Run = SampleProfiles.WebShop.Run with { LeaseInSeconds = 91 } });

        Assert.Matches("^/usr/local/lib/quiesce/web-shop/[0-9a-f]{12}/pre.sh$", before);
        Assert.NotEqual(before, after);

        static string? Location(ProfileSpec profile) => Config(profile).GetProperty("preScriptLocation").GetString();
    }

    [Fact]
    public void A_location_the_author_chose_is_kept()
    {
        var profile = SampleProfiles.WebShop with { Host = SampleProfiles.WebShop.Host with { PreScriptLocation = "/opt/shop/pre" } };

        Assert.Equal("/opt/shop/pre", Config(profile).GetProperty("preScriptLocation").GetString());
    }

    [Fact]
    public void The_description_carries_the_digest_of_every_other_file()
    {
        var artifacts = ArtifactCompiler.Compile(SampleProfiles.WebShop);
        using var json = JsonDocument.Parse(ArtifactCompiler.TextOf(artifacts.Single(artifact => artifact.Path == "web-shop/profile.json")));

        var expected = artifacts.Where(artifact => artifact.Path != "web-shop/profile.json")
            .ToDictionary(artifact => artifact.Path.Split('/')[1], artifact => Sha256Text.Of(ArtifactCompiler.TextOf(artifact)));
        Assert.Equal(expected, json.RootElement.GetProperty("sha256").EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!));
    }

    [Fact]
    public void The_description_names_every_mount_once()
    {
        var profile = SampleProfiles.WebShop with { Run = SampleProfiles.WebShop.Run with { Mounts = (string[])["/srv/files", "/var/lib/mysql"] } };
        var text = ArtifactCompiler.TextOf(ArtifactCompiler.Compile(profile).Single(artifact => artifact.Path == "web-shop/profile.json"));

        using var json = JsonDocument.Parse(text);
        Assert.Equal(
            ["/var/lib/postgresql", "/var/lib/mysql", "/srv/files"],
            json.RootElement.GetProperty("mounts").EnumerateArray().Select(mount => mount.GetString()));
    }

    private static JsonElement Config(ProfileSpec profile)
        => JsonDocument.Parse(ArtifactCompiler.TextOf(ArtifactCompiler.Compile(profile)[0])).RootElement;
}
