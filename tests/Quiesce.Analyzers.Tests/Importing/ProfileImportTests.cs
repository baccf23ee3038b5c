using System;
using System.Linq;
using System.Threading.Tasks;
using Quiesce.Contract.Shell;
using Quiesce.Runtime;
using Xunit;

namespace Quiesce.Analyzers.Tests.Importing;

/// <summary><c>quiesce import</c>: what it prints compiles, says what the scripts said, and no more than they did.</summary>
public sealed class ProfileImportTests
{
    /// <summary>A pair of scripts, the attributes they become, and what is left of each for a step.</summary>
    public static TheoryData<string, string, string[], string?, string?> Scripts => new()
    {
        { "mariadb -e 'FLUSH TABLES WITH READ LOCK'\n", "mariadb -e 'UNLOCK TABLES'\n", ["MariaDb"], null, null },
        { "#!/bin/sh\nset -e\necho begins\nmysql -e 'LOCK INSTANCE FOR BACKUP' || { logger failed; exit 1; }\nexit 0\n", "mysql -e 'UNLOCK INSTANCE'\n", ["MySql"], null, null },
        { "mariadb <<END\nFLUSH TABLES WITH READ LOCK;\nEND\ntouch /srv/rest\n", "rm /srv/rest\n", ["MariaDb"], "# line 1: an attribute's work now\ntouch /srv/rest", "rm /srv/rest" },
        { "psql -U postgres -c \"SELECT pg_backup_start('azure')\"\n", "psql -U postgres -c 'SELECT pg_backup_stop()'\n", ["PostgreSql"], null, null },
        { "redis-cli -s /run/redis.sock bgsave\n", ":\n", ["Redis"], null, null },
        { "systemctl stop worker\nsystemctl stop web.service mail\n", "systemctl start mail web worker\n", ["SystemdUnits"], null, null },
        // What stays stopped was meant otherwise.
        { "systemctl stop worker\n", "systemctl start web\n", [], "systemctl stop worker", "systemctl start web" },
        { "fsfreeze --freeze /srv/data\n", "fsfreeze --unfreeze /srv/data\n", [], null, null },
        { "/opt/agent hold --all\n", "/opt/agent release\n", [], "/opt/agent hold --all", "/opt/agent release" },
        { "", "echo done >/var/log/backup\ncurl -fsS http://localhost/thaw\n", [], null, "echo done >/var/log/backup\ncurl -fsS http://localhost/thaw" },
        // What is replaced stands among what is not, and stays.
        { "if mariadb -e 'FLUSH TABLES WITH READ LOCK'; then touch /srv/rest; fi\n", "", ["MariaDb"], "if mariadb -e 'FLUSH TABLES WITH READ LOCK'; then touch /srv/rest; fi", null },
        { "mariadb -e 'SET GLOBAL read_only = 1; FLUSH TABLES WITH READ LOCK'\n", "", ["MariaDb"], "mariadb -e 'SET GLOBAL read_only = 1; FLUSH TABLES WITH READ LOCK'", null },
        { "import os\nif x: print(\"it's\")\n", ":\n", [], "exec sh '/opt/pre.sh'", null },
        { "#!/usr/bin/python3\nprint(\"it's)\n", ":\n", [], "exec '/opt/pre.sh'", null },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Commands_that_an_attribute_does_better_become_it_and_the_rest_becomes_steps(string pre, string post, string[] attributes, string? preStep, string? postStep)
    {
        using var existing = new ExistingConfiguration(pre, post);

        var source = new ImportedSource(existing.Import());

        Assert.Equal(["ConsistencyProfile", .. attributes], source.Attributes);
        Assert.Equal((preStep, postStep), (source.Step("OldPreScript"), source.Step("OldPostScript")));
    }

    [Fact]
    public void Engines_come_to_rest_in_the_order_of_the_script()
    {
        using var existing = new ExistingConfiguration("redis-cli save\nmariadb -e 'FLUSH TABLES WITH READ LOCK'\nsystemctl stop web\n", "systemctl start web\n");

        Assert.Equal(["ConsistencyProfile", "Redis", "MariaDb", "SystemdUnits"], new ImportedSource(existing.Import()).Attributes);
    }

    [Fact]
    public void The_clients_options_become_properties_and_its_password_does_not()
    {
        using var existing = new ExistingConfiguration("mariadb -ubackup -psecret --socket=/run/db.sock -P 3307 -e 'FLUSH TABLES WITH READ LOCK'\ntouch /srv/rest\n", "rm /srv/rest\n");

        var source = new ImportedSource(existing.Import());

        Assert.Contains("""[MariaDb("mariadb", User = "backup", Socket = "/run/db.sock", Port = 3307)]""", source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret,", source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("psecret", source.Text, StringComparison.Ordinal);
        Assert.Contains("password", source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_within_the_contract_becomes_a_profile_that_no_rule_complains_of()
    {
        using var existing = new ExistingConfiguration(
            "mariadb -e 'FLUSH TABLES WITH READ LOCK'\n/opt/agent hold\n",
            "/opt/agent release\n",
            """, "timeoutInSeconds": 120, "ScriptsExecutionPollTimeSeconds": 1, "preScriptNoOfRetries": 0, "postScriptNoOfRetries": 3, "continueBackupOnFailure": false, "fsFreezeEnabled": true""");

        var source = new ImportedSource(existing.Import());

        Assert.Empty(await source.ComplaintsAsync());
        Assert.Contains("TimeoutInSeconds = 120, ScriptsExecutionPollTimeSeconds = 1, PreScriptNoOfRetries = 0,", source.Text, StringComparison.Ordinal);
        Assert.Contains("PostScriptNoOfRetries = 3, ContinueBackupOnFailure = false, FsFreezeEnabled = true", source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"timeoutInSeconds\": 3600", "TimeoutInSeconds = 1800")]
    [InlineData("\"ScriptsExecutionPollTimeSeconds\": 30", "ScriptsExecutionPollTimeSeconds = 5")]
    [InlineData("\"postScriptNoOfRetries\": -1", "PostScriptNoOfRetries = 0")]
    public void A_value_that_the_contract_forbids_becomes_the_nearest_legal_one_and_that_is_said(string setting, string expected)
    {
        using var existing = new ExistingConfiguration("/opt/agent hold\n", "/opt/agent release\n", ", " + setting);

        var profile = existing.Import();

        Assert.Contains(expected, new ImportedSource(profile).Text, StringComparison.Ordinal);
        Assert.Contains(profile.Notes, note => note.Contains("The profile has ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_scripts_parameters_reach_the_step_as_they_were()
    {
        using var existing = new ExistingConfiguration("#!/bin/sh\n/opt/agent \"$1\" \"$2\"\n", ":\n", """, "preScriptParams": ["it's", "$HOME"]""");

        Assert.Equal("#!/bin/sh\nset -- 'it'\\''s' '$HOME'\n/opt/agent \"$1\" \"$2\"", new ImportedSource(existing.Import()).Step("OldPreScript"));
    }

    [Fact]
    public void A_compiled_profile_is_refused()
    {
        using var existing = new ExistingConfiguration("#!/bin/sh\n# Pre script of the consistency profile 'web-shop' (WebShop), compiled by Quiesce 0.1.0.\n", ":\n");

        Assert.Contains("compiled by Quiesce", Assert.Throws<OutcomeException>(existing.Import).Message, StringComparison.Ordinal);
    }

    /// <summary>Quotes, backslashes, line ends of C# that are none of a shell's, tabs, trailing blanks: 100 scripts, the same ones at every run.</summary>
    [Fact]
    public void Whatever_text_a_script_has_the_compiler_reads_it_back_unchanged()
    {
        var random = new Random(20261121);
        string[] pieces = ["\"", "\"\"\"", "\"\"\"\"", "\\", "{", "}", "$x", "'a b'", "\t", " ", "\n", "\n\n", "\u0085", "\u2028", "\u00e9", "\U0001f600", "a", "#", ";", "\r", "\x1b"];
        for (var made = 0; made < 100; made++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            var text = ("/opt/agent\n" + body).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
            if (ShellScript.Of(text).Error is not null)
                continue;
            using var existing = new ExistingConfiguration(text, ":\n");

            Assert.Equal(text, new ImportedSource(existing.Import()).Step("OldPreScript"));
        }
    }
}
