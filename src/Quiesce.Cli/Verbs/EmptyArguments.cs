using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace Quiesce.Cli.Verbs;

/// <summary>Refuses an empty text wherever a value is wanted: it is a script's variable that was never set, and means neither the default nor the current folder.</summary>
internal static class EmptyArguments
{
    public static void Refuse(RootCommand root)
    {
        foreach (Argument argument in root.Subcommands.SelectMany(verb => verb.Arguments))
            argument.Validators.Insert(0, result => Require(result, argument.Name));
        // Several verbs may have one and the same option.
        foreach (Option option in root.Subcommands.SelectMany(verb => verb.Options).Distinct())
            option.Validators.Insert(0, result => Require(result, option.Name));
    }

    private static void Require(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => token.Value == ""))
            result.AddError($"{name} is empty; a value must be given, or {name} be left out.");
    }
}
