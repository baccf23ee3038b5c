using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void A_rejected_profile()
        => Snapshot.Verify(
            GeneratorRun.Over(Sources.Profile(
                ", TimeoutInSeconds = 1801",
                body: "[BeforeQuiesce(Undo = nameof(Resume))] private const string Drain = \"true\"; private const string Resume = \"true\";")).Result,
            typeof(SnapshotTests));

    [Fact]
    public void A_project_without_a_profile() => Snapshot.Verify(GeneratorRun.Over("class C { }").Result, typeof(SnapshotTests));
}
