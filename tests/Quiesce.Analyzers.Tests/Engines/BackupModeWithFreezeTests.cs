using System.Threading.Tasks;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Analyzers.Tests.Engines;

public sealed class BackupModeWithFreezeTests
{
    [Theory]
    [InlineData(", FsFreezeEnabled = false", "PostgreSqlQuiesce.BackupMode")]
    [InlineData("", "PostgreSqlQuiesce.Checkpoint")]
    public Task Each_method_where_it_belongs_is_not_reported(string settings, string method) => Rule().WithSource(With(settings, method)).ValidateAsync();

    [Theory]
    [InlineData("")]
    [InlineData(", FsFreezeEnabled = true")]
    public Task Backup_mode_beside_the_freeze_is_reported(string settings) => Rule().WithSource(With(settings, "[|PostgreSqlQuiesce.BackupMode|]")).ShouldNotBeFixed().ValidateAsync();

    private static string With(string settings, string method)
        => ProfileSource.With(settings, $"[PostgreSql(\"ledger\", Method = {method}, LabelDirectory = \"/mnt/labels\", RestoreCommand = \"cp /mnt/wal/%f %p\")]");

    private static ProjectBuilder Rule() => new(BackupModeWithFreezeRule.RuleId);
}
