using System;
using System.IO;
using Xunit;

namespace Quiesce.Tests.Shared;

/// <summary>The distribution's MariaDB.</summary>
internal sealed class PrivateMariaDb : PrivateSqlServer
{
    /// <summary>Installing a data folder takes a second, copying it a few milliseconds.</summary>
    private static readonly Lazy<string> Template = new(InstallTemplate);

    public PrivateMariaDb(params string[] options)
        : this(Template.Value, options)
        => Start();

    private PrivateMariaDb(string data, string[] options)
        : base(data, ["--innodb-log-file-size=8M", .. options])
    {
    }

    protected override string[] ServerProgram => ["mariadbd"];

    protected override string ClientProgram => "mariadb";

    /// <summary>A server that begins, once it is started, with what this one has, which is stopped.</summary>
    public PrivateMariaDb Copy(params string[] options) => new(Data, options);

    private static string InstallTemplate()
    {
        Assert.SkipUnless(File.Exists("/usr/sbin/mariadbd"), "mariadb-server is not installed");
        var folder = Directory.CreateTempSubdirectory("quiesce-mariadb-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Programs.Run("mariadb-install-db", "--no-defaults", $"--datadir={folder}/data", "--user=root", "--auth-root-authentication-method=normal", "--skip-test-db");
        return folder + "/data";
    }
}
