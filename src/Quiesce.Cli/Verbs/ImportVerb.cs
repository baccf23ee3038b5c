using System.CommandLine;
using System.CommandLine.Parsing;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Rules;
using Quiesce.Runtime;
using Quiesce.Runtime.Importing;

namespace Quiesce.Cli.Verbs;

/// <summary><c>quiesce import</c>: the C# profile for an existing configuration and its scripts.</summary>
internal static class ImportVerb
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    private const int SchemaVersion = 1;

    private static readonly Argument<string> s_file = new("FILE") { Description = "A VMSnapshotScriptPluginConfig.json." };
    private static readonly Option<string> s_name = new("--name") { Description = "The profile's name, from which the class has its own.", HelpName = "NAME", DefaultValueFactory = _ => "imported" };
    private static readonly Option<string> s_scripts = new("--scripts") { Description = "Where the scripts lie, when not where the JSON says.", HelpName = "DIR" };
    private static readonly Option<bool> s_json = new("--json") { Description = "Print the source and its notes as JSON." };

    static ImportVerb() => s_name.Validators.Add(RequireUsableName);

    public static Command Create()
    {
        var verb = new Verb("import", "Print the C# profile for an existing configuration and its scripts.")
        {
            Examples =
                """
                quiesce import /etc/azure/VMSnapshotScriptPluginConfig.json --name web-shop >WebShop.cs
                quiesce import VMSnapshotScriptPluginConfig.json --scripts . --name web-shop
                """,
            ExitCodes =
                """
                0    the profile is printed
                1    a file is missing or malformed, or the configuration is a compiled profile's
                2    wrong usage of the command line
                """,
            Output =
                """
                --json prints one object:
                  schemaVersion   1
                  class           the class's name
                  source          the C#
                  notes           an array of sentences: what is not as it was. The source has them, too
                """,
        };
        verb.Add(s_file);
        verb.Add(s_name);
        verb.Add(s_scripts);
        verb.Add(s_json);
        verb.SetAction(Invoke);
        return verb;
    }

    private static int Invoke(ParseResult parsed)
    {
        try
        {
            ImportedProfile profile = new ProfileImport(parsed.GetValue(s_name)!) { ScriptFolder = parsed.GetValue(s_scripts) }.Import(parsed.GetValue(s_file)!);
            parsed.InvocationConfiguration.Output.Write(parsed.GetValue(s_json) ? Json(profile) : ProfileSource.Write(profile));
            return ExitCode.Success;
        }
        catch (OutcomeException refused)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"quiesce: {refused.Outcome.Name} ({refused.Outcome.Number}): {refused.Message}");
            return ExitCode.Refused;
        }
    }

    private static string Json(ImportedProfile profile) => new JsonText()
        .OpenObject()
        .Value("schemaVersion", SchemaVersion)
        .Value("class", ProfileSource.ClassName(profile.Name))
        .Value("source", ProfileSource.Write(profile))
        .Values("notes", profile.Notes)
        .CloseObject()
        .ToString();

    private static void RequireUsableName(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } name && !NameText.IsUsable(name))
            result.AddError($"--name: '{name}' must consist of a-z, 0-9, '-' and '_', and begin with a letter or digit.");
    }
}
