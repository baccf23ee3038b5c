using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Quiesce.Runtime.Tests.Reporting;

/// <summary>Holds a document to a JSON schema, as far as the report's schema goes: a keyword that is not known here is an error, so that none is passed over.</summary>
internal sealed class SchemaCheck(JsonElement schema)
{
    private static readonly string[] s_texts = ["$schema", "title", "description"];

    /// <summary>What is wrong, with the pointer of its place.</summary>
    public IReadOnlyList<string> Faults(JsonElement document) => [.. Faults(schema, document, "")];

    private IEnumerable<string> Faults(JsonElement rule, JsonElement value, string pointer)
    {
        if (rule.ValueKind == JsonValueKind.True)
            return [];
        return rule.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            _ when s_texts.Contains(keyword.Name) => [],
            "type" => IsOfType(keyword.Value, value) ? [] : [$"{pointer}: {value.ValueKind} is not {keyword.Value}"],
            "const" => JsonElement.DeepEquals(keyword.Value, value) ? [] : [$"{pointer}: is not {keyword.Value}"],
            "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? [] : [$"{pointer}: is none of {keyword.Value}"],
            "properties" => value.ValueKind == JsonValueKind.Object ? Properties(keyword.Value, value, pointer) : [],
            "required" => value.ValueKind == JsonValueKind.Object
                ? keyword.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{pointer}: '{name}' is missing")
                : [],
            "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((item, index) => Faults(keyword.Value, item, $"{pointer}/{index}")) : [],
            "$ref" => Faults(Resolve(keyword.Value.GetString()!), value, pointer),
            _ => throw new NotSupportedException($"the keyword '{keyword.Name}'"),
        });
    }

    private IEnumerable<string> Properties(JsonElement rules, JsonElement value, string pointer) => value.EnumerateObject().SelectMany(member =>
        rules.TryGetProperty(member.Name, out JsonElement rule) ? Faults(rule, member.Value, $"{pointer}/{member.Name}") : [$"{pointer}: '{member.Name}' is not described"]);

    private JsonElement Resolve(string reference) => reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(schema, (node, name) => node.GetProperty(name));

    private static bool IsOfType(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOfType(one, value))
        : type.GetString() switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            var other => throw new NotSupportedException($"the type '{other}'"),
        };
}
