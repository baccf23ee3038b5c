using System;
using System.Collections.Generic;
using Quiesce.Contract.Rules;

namespace Quiesce.Runtime.Importing;

/// <summary>How a script reached a server, as an engine's attribute says it.</summary>
internal static class ClientOptions
{
    /// <summary>An option of a client, and the attribute's property for it.</summary>
    private readonly record struct Meaning(string Short, string Long, string Property, bool IsNumber = false);

    private static readonly Meaning[] s_mySql =
    [
        new("-u", "--user", "User"), new("-S", "--socket", "Socket"), new("-P", "--port", "Port", IsNumber: true),
        new("", "--defaults-extra-file", "DefaultsFile"), new("", "--defaults-file", "DefaultsFile"),
    ];

    private static readonly Meaning[] s_postgreSql = [new("-U", "--username", "User"), new("-h", "--host", "SocketDirectory"), new("-p", "--port", "Port", IsNumber: true), new("-d", "--dbname", "Database")];

    private static readonly Meaning[] s_redis = [new("-s", "", "Socket"), new("-p", "", "Port", IsNumber: true), new("", "--user", "User")];

    /// <returns>The properties as C#, each behind a comma.</returns>
    public static string Of(StepCommand client, List<string> notes)
    {
        string arguments = "";
        foreach (Meaning meaning in client.Name switch { "psql" => s_postgreSql, "redis-cli" => s_redis, _ => s_mySql })
        {
            if (ValueOf(client, meaning) is not { } value || arguments.Contains($" {meaning.Property} = ", StringComparison.Ordinal))
                continue;
            if (meaning.IsNumber ? int.TryParse(value, out _) : meaning.Property is not ("Socket" or "SocketDirectory" or "DefaultsFile") || value.StartsWith('/'))
                arguments += $", {meaning.Property} = {(meaning.IsNumber ? value : CSharpLiteral.Of(value))}";
            else
                notes.Add($"{client.Name} was given '{value}' for {meaning.Property}, which has no equal here: quiesce speaks to servers on this machine only, by absolute paths.");
        }

        if (HasPassword(client))
            notes.Add($"The password on {client.Name}'s command line is not carried over: no artefact holds a secret. Put it into a file of the server's own kind, for root alone, and name that.");
        return arguments;
    }

    private static string? ValueOf(StepCommand client, Meaning meaning)
    {
        for (int index = 0; index < client.Arguments.Count; index++)
        {
            if (!client.Arguments[index].IsLiteral)
                continue;
            string text = client.Arguments[index].Text;
            bool hasNext = index + 1 < client.Arguments.Count && client.Arguments[index + 1].IsLiteral;
            if (hasNext && text.Length > 0 && (text == meaning.Short || text == meaning.Long))
                return client.Arguments[index + 1].Text;
            if (meaning.Long != "" && text.StartsWith(meaning.Long + "=", StringComparison.Ordinal))
                return text[(meaning.Long.Length + 1)..];
            if (meaning.Short != "" && text.Length > meaning.Short.Length && text.StartsWith(meaning.Short, StringComparison.Ordinal))
                return text[meaning.Short.Length..];
        }

        return null;
    }

    private static bool HasPassword(StepCommand client)
    {
        foreach (var argument in client.Arguments)
        {
            bool isPassword = client.Name switch
            {
                "psql" => false,
                "redis-cli" => argument.Text is "-a" or "--pass",
                _ => argument.Text.StartsWith("-p", StringComparison.Ordinal) || argument.Text.StartsWith("--password", StringComparison.Ordinal),
            };
            if (isPassword)
                return true;
        }

        return false;
    }
}
