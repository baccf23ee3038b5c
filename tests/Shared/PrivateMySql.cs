using System;
using System.IO;

namespace Quiesce.Tests.Shared;

/// <summary>MySQL proper, see <see cref="MySqlPrograms"/>.</summary>
internal sealed class PrivateMySql : PrivateSqlServer
{
    /// <summary>Making a data folder takes some seconds, copying it some tenths of one.</summary>
    private static readonly Lazy<string> Template = new(InitializeTemplate);

    public PrivateMySql(params string[] options)
        : this(Template.Value, options)
        => Start();

    private PrivateMySql(string data, string[] options)
        : base(data, [.. Frugal, .. options])
    {
    }

    protected override string[] ServerProgram => MySqlPrograms.Server;

    protected override string ClientProgram => MySqlPrograms.Client;

    private static readonly string[] Frugal = ["--mysqlx=OFF", "--secure-file-priv=NULL", "--innodb-redo-log-capacity=8M", .. MySqlPrograms.Where];

    /// <summary>A server that begins, once it is started, with what this one has, which is stopped.</summary>
    public PrivateMySql Copy(params string[] options) => new(Data, options);

    private static string InitializeTemplate()
    {
        var program = MySqlPrograms.Server;
        var folder = Directory.CreateTempSubdirectory("quiesce-mysql-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Programs.Run(
            program[0],
            [.. program[1..], "--no-defaults", "--initialize-insecure", $"--datadir={folder}/data", "--user=root", "--innodb-redo-log-capacity=8M", .. MySqlPrograms.Where]);
        // The server's identity: every copy makes one of its own.
        File.Delete(folder + "/data/auto.cnf");
        return folder + "/data";
    }
}
