using System.Collections.Generic;
using System.Linq;
using System.Text;
using Quiesce.Contract.Profiles;

namespace Quiesce.Runtime.Importing;

/// <summary>Writes an imported profile as C#.</summary>
internal static class ProfileSource
{
    private const string Indent = "    ";
    private const int Width = 120;

    public static string Write(ImportedProfile profile)
    {
        var source = new StringBuilder("using Quiesce;\n\n");
        Comment(source, $"Imported by 'quiesce import' from {profile.Source}. What is not as it was:");
        foreach (string note in profile.Notes)
            Comment(source, "- " + note, continued: "  ");

        source.Append($"[ConsistencyProfile({Wrapped(Arguments(profile))})]\n");
        foreach (ImportedEngine engine in profile.Engines)
            source.Append($"[{engine.Kind}({CSharpLiteral.Of(engine.Name)}{engine.Arguments})]\n");
        source.Append($"internal static partial class {ClassName(profile.Name)}\n{{\n");
        WriteSteps(source, profile);
        return source.Append("}\n").ToString();
    }

    /// <summary><c>web-shop</c> becomes <c>WebShop</c>; a name that begins with a digit gets a letter before it.</summary>
    public static string ClassName(string name)
    {
        string joined = string.Concat(name.Split(['-', '_'], System.StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return char.IsAsciiDigit(joined[0]) ? "Profile" + joined : joined;
    }

    private static IEnumerable<string> Arguments(ImportedProfile profile)
    {
        HostSettings host = profile.Host;
        yield return CSharpLiteral.Of(profile.Name);
        foreach ((string name, int? value) in new (string, int?)[]
        {
            (nameof(host.TimeoutInSeconds), host.TimeoutInSeconds),
            (nameof(host.ScriptsExecutionPollTimeSeconds), host.ScriptsExecutionPollTimeSeconds),
            (nameof(host.PreScriptNoOfRetries), host.PreScriptNoOfRetries),
            (nameof(host.PostScriptNoOfRetries), host.PostScriptNoOfRetries),
        })
        {
            if (value is { } number)
                yield return $"{name} = {CSharpLiteral.Of(number)}";
        }

        if (host.ContinueBackupOnFailure is { } goesOn)
            yield return $"{nameof(host.ContinueBackupOnFailure)} = {CSharpLiteral.Of(goesOn)}";
        if (host.FsFreezeEnabled is { } freezes)
            yield return $"{nameof(host.FsFreezeEnabled)} = {CSharpLiteral.Of(freezes)}";
        if (profile.ConfigLocation is { } location)
            yield return $"{nameof(RunSettings.ConfigLocation)} = {CSharpLiteral.Of(location)}";
        if (profile.Mounts.Count > 0)
            yield return $"{nameof(RunSettings.Mounts)} = {CSharpLiteral.OfAll([.. profile.Mounts])}";
    }

    private static void WriteSteps(StringBuilder source, ImportedProfile profile)
    {
        string limit = $"TimeoutInSeconds = {CSharpLiteral.Of(profile.StepTimeoutInSeconds)}";
        if (profile.PreStep is { } pre)
            Step(source, profile.PostStep is null ? $"BeforeQuiesce({limit})" : $"BeforeQuiesce({limit}, Undo = nameof(OldPostScript))", "OldPreScript", pre);
        if (profile is { PreStep: not null, PostStep: not null })
            source.Append('\n');
        if (profile.PostStep is { } post)
            Step(source, profile.PreStep is null ? $"AfterRelease({limit})" : null, "OldPostScript", post);
    }

    private static void Step(StringBuilder source, string? attribute, string member, string text)
    {
        if (attribute is not null)
            source.Append($"{Indent}[{attribute}]\n");
        source.Append($"{Indent}private const string {member} =\n{CSharpLiteral.Raw(text, Indent + Indent)};\n");
    }

    /// <summary>Breaks a long list of arguments into lines.</summary>
    private static string Wrapped(IEnumerable<string> arguments)
    {
        var lines = new StringBuilder();
        int width = 0;
        foreach (string argument in arguments)
        {
            if (lines.Length > 0)
                lines.Append(width + argument.Length > Width ? ",\n" + Indent : ", ");
            width = lines.Length > 0 && lines[^1] == ' ' && lines[^2] == ' ' ? Indent.Length : width;
            lines.Append(argument);
            width += argument.Length + 2;
        }

        return lines.ToString();
    }

    private static void Comment(StringBuilder source, string text, string continued = "")
    {
        string line = "//";
        foreach (string word in text.Replace('\n', ' ').Replace('\r', ' ').Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                source.Append(line).Append('\n');
                line = "//" + continued;
            }

            line += " " + word;
        }

        source.Append(line).Append('\n');
    }
}
