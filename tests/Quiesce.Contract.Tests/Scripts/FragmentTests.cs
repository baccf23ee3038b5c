using System;
using System.Diagnostics;
using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Tests.Shared;
using Xunit;

namespace Quiesce.Contract.Tests.Scripts;

/// <summary>What every script stands on, tried by itself: a head of our own, a fragment or two, and one question to them.</summary>
public sealed class FragmentTests
{
    /// <summary>Where the run directory is full, the file that should hold a process id is empty.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void There_is_no_process_without_an_id(string shell)
        => Assert.Equal("no process", Ask(shell, "start_of '' || echo 'no process'"));

    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_process_that_has_ended_gets_no_timer_and_an_earlier_one_is_not_taken_for_its(string shell)
        => Assert.Equal("timer: ''", Ask(shell, """
            true &
            wait $!
            timer='the watchdog'
            start_timer 600 TERM "-$!" "$!"
            echo "timer: '$timer'"
            """));

    /// <summary>Where there is neither runuser nor setpriv: what looks like an option is the client's, not that of <c>su</c>.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void A_client_that_su_starts_as_another_user_gets_its_words_as_they_are(string shell)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root becomes another user without a password: run the tests as root");

        Assert.Equal("nobody|--no-psqlrc|two words", Ask(shell, ScriptFragments.Text("session") + """
            command() { return 1; }
            exec_as nobody sh -c 'printf "%s|" "$(id -un)"; printf "%s|%s" "$@"' client --no-psqlrc 'two words'
            """));
    }

    /// <summary>A server whose <c>lc_messages</c> is not ours: the line of the error is found, and told apart by its class.</summary>
    [Theory]
    [MemberData(nameof(Shells.All), MemberType = typeof(Shells))]
    public void PostgreSQL_s_errors_are_understood_in_any_language(string shell)
        => Assert.Equal("""
            permission-missing: ledger: FEHLER:  42501: keine Berechtigung für Funktion pg_backup_start; needed: a superuser
            engine-unreachable: ledger: psql: error: FATAL:  Passwort-Authentifizierung für Benutzer fehlgeschlagen
            engine-refused: ledger: FEHLER:  58P01: Datei existiert nicht
            """, Ask(shell, ScriptFragments.Text("session") + ScriptFragments.Text("postgresql") + """
            current=$(mktemp -d)
            engine_name=ledger engine_user=clerk engine_method=checkpoint
            for error in 'FEHLER:  42501: keine Berechtigung für Funktion pg_backup_start' \
                'psql: error: FATAL:  Passwort-Authentifizierung für Benutzer fehlgeschlagen' 'FEHLER:  58P01: Datei existiert nicht'; do
                printf '%s\n' 'WARNUNG:  01000: es wird noch gewartet' "$error" 'ORT:  aclcheck_error, aclchk.c:2843' >"$current/1.errors"
                failure=''
                postgresql_failed 1
                echo "$failure: ${reason%%, or from*}"
            done
            rm -r "$current"
            """));

    /// <summary>A statement that the server at hand does not understand helps nobody.</summary>
    [Theory]
    [InlineData("10.4.32-MariaDB", "RELOAD, REPLICATION CLIENT, PROCESS, SUPER ON", "also SUPER")]
    [InlineData("10.5.8-MariaDB-log", "RELOAD, BINLOG MONITOR, REPLICATION SLAVE ADMIN, PROCESS, CONNECTION ADMIN ON", "also SUPER")]
    [InlineData("10.11.6-MariaDB-0+deb12u1", "RELOAD, BINLOG MONITOR, REPLICA MONITOR, PROCESS, CONNECTION ADMIN ON", "also SUPER")]
    [InlineData("11.4.2-MariaDB", "RELOAD, BINLOG MONITOR, REPLICA MONITOR, PROCESS, CONNECTION ADMIN ON", "also SUPER, BINLOG ADMIN")]
    public void What_MariaDB_is_asked_to_grant_are_privileges_of_its_version(string version, string grants, string last)
    {
        var advice = Ask("dash", ScriptFragments.Text("mysql-family") + ScriptFragments.Text("mariadb") + $"version={version} account=clerk engine_long_statements=kill\nmariadb_grant");

        Assert.StartsWith($"GRANT {grants} *.* TO clerk;", advice, StringComparison.Ordinal);
        Assert.EndsWith(last, advice, StringComparison.Ordinal);
    }

    private static string Ask(string shell, string question)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"run_directory=/nonexistent log_directory=/nonexistent profile=any\n{ScriptFragments.Text("core")}{question}\n");
            using var process = Process.Start(Shells.Start(shell, file))!;
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return answer.TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }
}
