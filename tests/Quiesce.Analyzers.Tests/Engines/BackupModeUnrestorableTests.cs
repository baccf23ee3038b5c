using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class BackupModeUnrestorableTests
{
    [Theory]
    [InlineData("""[PostgreSql("ledger")]""")]
    [InlineData("""[PostgreSql("ledger", Method = PostgreSqlQuiesce.BackupMode, LabelDirectory = "/mnt/labels", RestoreCommand = "cp /mnt/wal/%f %p")]""")]
    public Task What_a_restore_needs_is_there(string written)
        => new ProjectBuilder(BackupModeUnrestorableRule.RuleId).WithSource(ProfileSource.With(engines: written)).ValidateAsync();

    [Theory]
    [InlineData("""[PostgreSql("ledger", Method = [|PostgreSqlQuiesce.BackupMode|], RestoreCommand = "cp /mnt/wal/%f %p")]""")]
    [InlineData("""[PostgreSql("ledger", Method = [|PostgreSqlQuiesce.BackupMode|], LabelDirectory = "/mnt/labels")]""")]
    [InlineData("""[PostgreSql("ledger", Method = [|PostgreSqlQuiesce.BackupMode|], LabelDirectory = "/mnt/labels", RestoreCommand = " ")]""")]
    public Task What_is_missing_is_reported_at_the_method(string written)
        => new ProjectBuilder(BackupModeUnrestorableRule.RuleId).WithSource(ProfileSource.With(engines: written)).ShouldNotBeFixed().ValidateAsync();
}
