using System;
using System.IO;
using System.Linq;
using Quiesce.Build.Tests.Scratch;
using Xunit;

namespace Quiesce.Build.Tests;

public sealed class CompiledProfilesReaderTests
{
    [Fact]
    public void A_file_is_its_header_and_its_fragments_in_the_order_of_the_record()
    {
        var profiles = new RecordAssembly()
            .Artifact("web-shop/pre.sh", "700", "mount='/srv/läden'\n", "hold", "log")
            .Artifact("web-shop/config.json", "600", "{ }\n")
            .Fragment("log", "log\n")
            .Fragment("hold", "hold\n")
            .Read();

        Assert.Empty(profiles.Rejections);
        Assert.Equal(
            [
                new Artifact("web-shop/pre.sh", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, "mount='/srv/läden'\nhold\nlog\n"),
                new Artifact("web-shop/config.json", UnixFileMode.UserRead | UnixFileMode.UserWrite, "{ }\n"),
            ],
            profiles.Artifacts);
    }

    [Fact]
    public void A_rejected_profile_is_told_in_the_rules_own_words()
    {
        var profiles = new RecordAssembly().With("QuiesceRejectedAttribute", "Acme.WebShop", "QSC1001", "too long").Read();

        Assert.Equal([new Rejection("Acme.WebShop", "QSC1001", "too long")], profiles.Rejections);
    }

    [Fact]
    public void Other_attributes_are_none_of_our_business()
    {
        var profiles = new RecordAssembly().With("QuiesceForeignAttribute", 42).Read();

        Assert.Empty(profiles.Artifacts);
        Assert.Empty(profiles.Rejections);
        Assert.Empty(CompiledProfilesReader.Read(typeof(object).Assembly.Location).Artifacts);
    }

    [Fact]
    public void Nothing_is_made_up_for_a_fragment_that_is_not_there()
    {
        var error = Assert.Throws<BuildError>(() => new RecordAssembly().Artifact("web-shop/pre.sh", "700", "x", "hold").Read());

        Assert.Equal("QSC9005", error.Code);
        Assert.Contains("'hold'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("0700")]
    [InlineData("798")]
    [InlineData("-17")]
    public void A_mode_is_three_octal_digits(string mode)
    {
        Assert.Equal("QSC9005", Assert.Throws<BuildError>(() => new RecordAssembly().Artifact("web-shop/pre.sh", mode, "x").Read()).Code);
    }

    public static TheoryData<object[]> ForeignShapes => new(
    [
        ["web-shop/pre.sh"],
        ["web-shop/pre.sh", "700", "x"],
        ["web-shop/pre.sh", "700", "x", int.MaxValue],
        ["web-shop/pre.sh", "700", "x", -1],
        [1, 2, 3, 4],
    ]);

    [Theory]
    [MemberData(nameof(ForeignShapes))]
    public void A_record_of_another_versions_shape_is_a_named_error(object[] arguments)
    {
        var records = new RecordAssembly().With("QuiesceArtifactAttribute", arguments);

        Assert.Equal("QSC9005", Assert.Throws<BuildError>(() => records.Read()).Code);
    }
}
