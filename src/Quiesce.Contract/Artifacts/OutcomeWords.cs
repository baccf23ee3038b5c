using System.Linq;

namespace Quiesce.Contract.Artifacts;

/// <summary>The one fragment that is no file: what each exit status means and what helps, from the table that has it for the documentation too.</summary>
internal static class OutcomeWords
{
    public const string FragmentName = "outcome-words";

    public static string Text { get; } = $$"""
        # {{FragmentName}}: what each exit status means, and what helps; made from the table that the documentation shows.
        # shellcheck disable=SC2034 # shared between fragments

        words_of() { # NAME: sets cause and remedy
            case $1 in
        {{string.Join("\n", ScriptExitStatus.All.Select(status => $"    {status.Name}) cause={ShellQuoting.Quote(status.Cause)} remedy={ShellQuoting.Quote(status.Remedy)} ;;"))}}
            esac
        }

        """.Replace("\r\n", "\n");
}
