using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Quiesce.Analyzers.Tests.Harness;
using Quiesce.Tests;
using Xunit;

namespace Quiesce.Analyzers.Tests;

public sealed class MutationTests
{
    private const string Sample = """
        using Quiesce;

        [assembly: ProfileDefaults(ScriptsExecutionPollTimeSeconds = 1, PostScriptNoOfRetries = 3)]

        [ConsistencyProfile("web-shop", TimeoutInSeconds = 120, LeaseInSeconds = 90, ContinueBackupOnFailure = false, PreScriptParams = ["a", "b"])]
        [PostgreSql("ledger", Mounts = ["/var/lib/postgresql"])]
        [MariaDb("orders", Method = MariaDbQuiesce.BackupStage, LockWaitInSeconds = 10, Mounts = new[] { "/var/lib/mysql" })]
        internal static partial class WebShop
        {
            [BeforeQuiesce(TimeoutInSeconds = 20, Undo = nameof(ResumeWorkers))]
            private const string DrainWorkers = "systemctl stop orders-worker";

            private const string ResumeWorkers = "systemctl start orders-worker";
        }
        """;

    [Fact]
    public async Task No_half_typed_profile_makes_an_analyzer_throw()
    {
        var empty = CSharpCompilation.Create("Shop", null, ConsumerReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        foreach (var (source, change) in Mutation.Of(Sample, count: 2000))
        {
            var compilation = empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp13)));
            var diagnostics = await new CompilationWithAnalyzers(compilation, AnalyzersUnderTest.All, options).GetAnalyzerDiagnosticsAsync();
            Assert.True(diagnostics.All(diagnostic => diagnostic.Id != "AD0001"), $"{change}: {diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001")}");
        }
    }
}
