using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class ExclusiveBackupTests
{
    [Theory]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a')\"")]
    [InlineData("⟦psql⟧ -c \"SELECT PG_START_BACKUP('a, b (c)', true)\"")]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a', false)\"")]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a', true, true)\"")]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a', exclusive => true)\"")]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a'); select pg_stop_backup()\"")]
    [InlineData("⟦psql⟧ <<E\nselect pg_start_backup ('a');\nE\n")]
    [InlineData("echo \"select pg_start_backup('a')\" | ⟦psql⟧")]
    public void The_exclusive_mode_is_blamed(string marked) => Judged.Blames<ExclusiveBackupRule>(marked);

    [Theory]
    [InlineData("psql -c \"select pg_start_backup('a', true, false)\"")]
    [InlineData("psql -c \"select pg_start_backup('a', exclusive => false)\"")]
    [InlineData("psql -c \"select pg_start_backup('a', exclusive := false, fast := true)\"")]
    [InlineData("psql -c \"select pg_backup_start('a')\"")]
    [InlineData("psql -c 'select pg_start_backup'")]
    [InlineData("mysql -e \"select pg_start_backup('a')\"")]
    [InlineData("echo \"select pg_start_backup('a')\"")]
    public void The_other_mode_and_other_texts_pass(string text) => Judged.Passes<ExclusiveBackupRule>(text);
}
