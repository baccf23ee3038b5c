using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Safety;

public sealed class LabelInsideSnapshotTests
{
    private const string Engine = """[PostgreSql("ledger", Method = PostgreSqlQuiesce.BackupMode, Mounts = ["/srv"], RestoreCommand = "cp /mnt/wal/%f %p", LabelDirectory = {0})]""";

    [Fact]
    public Task A_label_beside_the_mounts_is_not_reported()
        => new ProjectBuilder(LabelInsideSnapshotRule.RuleId)
            .WithSource(ProfileSource.With(engines: Engine.Replace("{0}", "\"/srv-labels\"", System.StringComparison.Ordinal)))
            .ValidateAsync();

    [Theory]
    [InlineData("FsFreezeEnabled = true")]
    [InlineData("FsFreezeEnabled = false")]
    public Task A_label_on_a_mount_of_the_profile_is_reported_with_and_without_a_freeze(string freeze)
        => new ProjectBuilder(LabelInsideSnapshotRule.RuleId)
            .WithSource(ProfileSource.With(", " + freeze, Engine.Replace("{0}", "[|\"/srv/labels\"|]", System.StringComparison.Ordinal)))
            .ShouldNotBeFixed()
            .ValidateAsync();
}
