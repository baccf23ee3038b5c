using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Linq;
using Quiesce.Runtime.Validation;

namespace Quiesce.Cli.Output;

/// <summary>Adds examples and exit codes below the help that the parser makes itself.</summary>
internal static class HelpWithExamples
{
    private const string Examples =
        """
        Examples:
          quiesce validate bin/Release/net10.0/quiesce/web-shop
          quiesce validate --format sarif /etc/azure/VMSnapshotPluginHost.conf
          quiesce run --profile /srv/web-shop --snapshot-command 'lvcreate -s -n snap vg/data'
          quiesce run --config /etc/azure/VMSnapshotScriptPluginConfig.json --mount /srv/data \
                      --snapshot-command 'cp --reflink=always /images/data.img /images/copy.img' --report /root/run.json
        """;

    public static void AddTo(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Action((HelpAction)help.Action!);
    }

    private sealed class Action(HelpAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            int result = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output.WriteLine(Examples);
            parseResult.InvocationConfiguration.Output.WriteLine();
            parseResult.InvocationConfiguration.Output.WriteLine(ExitCode.Help);
            parseResult.InvocationConfiguration.Output.WriteLine();
            parseResult.InvocationConfiguration.Output.WriteLine(ValidationJson.Description);
            return result;
        }
    }
}
