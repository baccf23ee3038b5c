using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Threading.Tasks;
using Xunit;

namespace Quiesce.Package.Tests;

public sealed class AuthorProjectTests(PackedQuiesce package)
{
    private const string WebShop = """
        using Quiesce;

        [assembly: ProfileDefaults(ScriptsExecutionPollTimeSeconds = 1, PostScriptNoOfRetries = 3)]

        /// <summary>The shop's web VMs: a ledger on PostgreSQL, orders on MariaDB.</summary>
        [ConsistencyProfile("web-shop", TimeoutInSeconds = 120, LeaseInSeconds = 90, ContinueBackupOnFailure = false)]
        [PostgreSql("ledger", Mounts = ["/var/lib/postgresql"])]
        [MariaDb("orders", Method = MariaDbQuiesce.BackupStage, LockWaitInSeconds = 10, Mounts = ["/var/lib/mysql"])]
        internal static partial class WebShop
        {
            [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(ResumeWorkers))]
            private const string DrainWorkers = "systemctl stop orders-worker";

            private const string ResumeWorkers = "systemctl start orders-worker";
        }
        """;

    private static readonly string[] Deployable =
    [
        "bin/Debug/net10.0/quiesce/web-shop/",
        "bin/Debug/net10.0/quiesce/web-shop/VMSnapshotScriptPluginConfig.json 600",
        "bin/Debug/net10.0/quiesce/web-shop/install.sh 700",
        "bin/Debug/net10.0/quiesce/web-shop/post.sh 700",
        "bin/Debug/net10.0/quiesce/web-shop/pre.sh 700",
        "bin/Debug/net10.0/quiesce/web-shop/profile.json 600",
    ];

    [Fact]
    public async Task A_profile_becomes_files_and_the_authors_assembly_stays_free_of_us()
    {
        using var project = new AuthorProject(package, """
            <Nullable>enable</Nullable>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <AnalysisMode>All</AnalysisMode>
            """);
        project.Folder.Write("WebShop.cs", WebShop);

        await project.BuildsAsync();
        Assert.Equal(Deployable, project.Folder.Tree(AuthorProject.Artifacts));
        Assert.DoesNotContain("Quiesce", AssemblyReferences(project.Folder["bin/Debug/net10.0/Shop.dll"]));

        project.Folder.Write("WebShop.cs", WebShop.Replace("= 120", "= 1801", StringComparison.Ordinal));
        Assert.Contains("WebShop.cs(6,52): error QSC1001", await project.FailsAsync("--no-restore"), StringComparison.Ordinal);
        Assert.Contains("Shop.csproj : error QSC1001: WebShop: ", await project.FailsAsync("--no-restore", "-p:RunAnalyzers=false"), StringComparison.Ordinal);
        Assert.Equal(Deployable, project.Folder.Tree(AuthorProject.Artifacts));
    }

    [Fact]
    public async Task Steps_and_their_undos_are_not_called_unused_and_other_constants_are()
    {
        using var project = new AuthorProject(package, "<EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>");
        project.Folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.IDE0051.severity = warning\n");
        project.Folder.Write("WebShop.cs", WebShop);

        await project.BuildsAsync();

        project.Folder.Write("WebShop.cs", WebShop.Replace("Undo = nameof(ResumeWorkers)", "Undo = null", StringComparison.Ordinal));
        var output = await project.FailsAsync("--no-restore");
        Assert.Contains("error IDE0051: Private member 'WebShop.ResumeWorkers' is unused", output, StringComparison.Ordinal);
        Assert.DoesNotContain("DrainWorkers' is unused", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_still_compiles_as_CSharp_7_3_can_author_a_profile()
    {
        using var project = new AuthorProject(package, "<LangVersion>7.3</LangVersion>");
        project.Folder.Write("WebShop.cs", WebShop.Replace("[\"", "new[] { \"", StringComparison.Ordinal).Replace("\"]", "\" }", StringComparison.Ordinal));

        await project.BuildsAsync();

        Assert.Equal(Deployable, project.Folder.Tree(AuthorProject.Artifacts));
    }

    private static string[] AssemblyReferences(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var metadata = assembly.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
