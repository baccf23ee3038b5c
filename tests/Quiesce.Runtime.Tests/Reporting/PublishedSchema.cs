using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Xml.Linq;
using Quiesce.Runtime.Reporting;
using Quiesce.Runtime.Running;

namespace Quiesce.Runtime.Tests.Reporting;

/// <summary>Makes the schema of a report from the records that it is written from, and from what their documentation says.</summary>
internal static class PublishedSchema
{
    private static readonly XElement[] s_members = [.. XDocument.Load(Path.ChangeExtension(typeof(RunReport).Assembly.Location, ".xml")).Descendants("member")];

    public static string Make()
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = (JsonObject)RunReportJson.Default.RunReport.GetJsonSchemaAsNode(options);
        schema["properties"]!["schemaVersion"] = new JsonObject { ["const"] = RunReport.CurrentSchemaVersion };
        schema["required"]!.AsArray().Insert(0, "schemaVersion");
        schema["properties"]!["level"]!["enum"] = new JsonArray(ConsistencyLevel.Application, ConsistencyLevel.FileSystem, ConsistencyLevel.Crash, ConsistencyLevel.None, ConsistencyLevel.Unknown);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "A run of Quiesce");
        return schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject described && SummaryOf(context) is { } summary)
            described.Insert(0, "description", summary);
        return schema;
    }

    private static string? SummaryOf(JsonSchemaExporterContext context) => context.PropertyInfo?.AttributeProvider switch
    {
        PropertyInfo property => SummaryOf($"P:{property.DeclaringType!.FullName}.{property.Name}"),
        _ => context.PropertyInfo is null ? SummaryOf($"T:{context.TypeInfo.Type.FullName}") : null,
    };

    private static string? SummaryOf(string member) => s_members.FirstOrDefault(entry => (string?)entry.Attribute("name") == member)?.Element("summary") is { } summary
        ? string.Join(' ', summary.Value.Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries))
        : null;
}
