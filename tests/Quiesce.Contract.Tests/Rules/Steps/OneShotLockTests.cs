using Quiesce.Contract.Rules;
using Xunit;

namespace Quiesce.Contract.Tests.Rules.Steps;

public sealed class OneShotLockTests
{
    [Theory]
    [InlineData("⟦mysql⟧ -e \"FLUSH TABLES WITH READ LOCK\"")]
    [InlineData("⟦mysql⟧ -e 'flush  tables\nwith read lock;'")]
    [InlineData("⟦/usr/bin/mysql⟧ -uroot -Bse 'FLUSH TABLES a, b WITH READ LOCK'")]
    [InlineData("⟦mysql⟧ --execute='LOCK INSTANCE FOR BACKUP'")]
    [InlineData("⟦mysql⟧ --execute \"LOCK TABLES $t READ\"")]
    [InlineData("⟦mariadb⟧ -e 'BACKUP STAGE START; BACKUP STAGE BLOCK_COMMIT'")]
    [InlineData("⟦mysql⟧ <<E\nFLUSH TABLES WITH READ LOCK;\nE\n")]
    [InlineData("echo 'FLUSH TABLES WITH READ LOCK' | ⟦mysql⟧")]
    [InlineData("printf '%s\\n' 'BACKUP STAGE START' | ⟦mariadb⟧ -u root")]
    [InlineData("⟦psql⟧ -c \"select pg_backup_start('a', true)\"")]
    [InlineData("⟦psql⟧ -Atc 'select pg_backup_start(1)'")]
    [InlineData("⟦psql⟧ -c \"select pg_start_backup('a', true, false)\"")]
    [InlineData("sudo -n -u postgres ⟦psql⟧ --command=\"select pg_backup_start('a')\"")]
    [InlineData("runuser -u postgres -- ⟦psql⟧ -c \"select pg_backup_start('a')\"")]
    [InlineData("su - postgres -c ⟦\"psql -c \\\"select pg_backup_start('a')\\\"\"⟧")]
    [InlineData("if ! ⟦mysql⟧ -e 'FLUSH TABLES WITH READ LOCK'; then exit 1; fi")]
    [InlineData("⟦mysql⟧ -e 'FLUSH TABLES WITH READ LOCK' &")]
    public void A_lock_that_dies_with_its_client_is_blamed(string marked) => Judged.Blames<OneShotLockRule>(marked);

    [Theory]
    [InlineData("mysql -e 'SHOW MASTER STATUS'")]
    [InlineData("mysql -e 'FLUSH TABLES'")]
    [InlineData("mysql -e 'FLUSH TABLES WITH READ LOCK; UNLOCK TABLES'")]
    [InlineData("mysql -e 'FLUSH TABLES WITH READ LOCK; SELECT SLEEP(60)' >a 2>&1 &")]
    [InlineData("mysql <<'E'\nFLUSH TABLES WITH READ LOCK;\n\\! a\nUNLOCK TABLES;\nE\n")]
    [InlineData("{ echo 'FLUSH TABLES WITH READ LOCK;'; sleep 60; } | mysql")]
    [InlineData("mysql -e 'UNLOCK TABLES'")]
    [InlineData("mariadb -e 'BACKUP STAGE END'")]
    [InlineData("psql -c CHECKPOINT")]
    [InlineData("psql -c \"select pg_backup_stop()\"")]
    [InlineData("psql -c \"select pg_start_backup('a')\"")]
    [InlineData("echo 'FLUSH TABLES WITH READ LOCK'")]
    [InlineData("# mysql -e 'FLUSH TABLES WITH READ LOCK'")]
    [InlineData("mysql <lock.sql")]
    public void What_takes_no_lock_or_keeps_its_session_passes(string text) => Judged.Passes<OneShotLockRule>(text);
}
