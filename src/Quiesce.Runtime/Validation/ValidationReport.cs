using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quiesce.Runtime.Validation;

/// <summary>What <c>quiesce validate --json</c> prints.</summary>
internal sealed record ValidationReport(string Path, IReadOnlyList<Finding> Findings)
{
    public int SchemaVersion { get; init; } = 1;

    public string ToJson()
    {
        var json = new ValidationReportJson(new JsonSerializerOptions(ValidationReportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return JsonSerializer.Serialize(this, json.ValidationReport) + "\n";
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ValidationReport))]
internal sealed partial class ValidationReportJson : JsonSerializerContext;
