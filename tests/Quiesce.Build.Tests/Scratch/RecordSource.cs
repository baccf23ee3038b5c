using System.Text;

namespace Quiesce.Build.Tests.Scratch;

/// <summary>C# that carries the records a generator would have added: by hand, so that these tests judge the build step alone.</summary>
internal sealed class RecordSource
{
    private const string AttributeTypes = """
        namespace Quiesce.Generated
        {
            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)]
            internal sealed class QuiesceFragmentAttribute : System.Attribute
            {
                public QuiesceFragmentAttribute(string name, string text) { }
            }

            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)]
            internal sealed class QuiesceArtifactAttribute : System.Attribute
            {
                public QuiesceArtifactAttribute(string path, string mode, string header, string[] fragments) { }
            }

            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)]
            internal sealed class QuiesceRejectedAttribute : System.Attribute
            {
                public QuiesceRejectedAttribute(string type, string id, string message) { }
            }
        }
        """;

    private readonly StringBuilder records = new();

    public RecordSource Fragment(string name, string text) => Add($"QuiesceFragment(\"{name}\", \"{text}\")");

    public RecordSource Artifact(string path, string mode, string header, string? fragment = null) =>
        Add($"QuiesceArtifact(\"{path}\", \"{mode}\", \"{header}\", new string[] {{ {(fragment is null ? "" : $"\"{fragment}\"")} }})");

    public RecordSource Rejected(string type, string id, string message) => Add($"QuiesceRejected(\"{type}\", \"{id}\", \"{message}\")");

    /// <summary>The shape of every profile's files: a configuration without a body, scripts that share one.</summary>
    public static RecordSource Profile(string name, string lease = "90") =>
        new RecordSource()
            .Fragment("pre", "hold\\n")
            .Artifact($"{name}/config.json", "600", "{ }\\n")
            .Artifact($"{name}/pre.sh", "700", $"lease={lease}\\n", "pre");

    public override string ToString() =>
        $$"""
        {{AttributeTypes}}

        internal static class Carrier
        {
        {{records}}    private static class Records
            {
            }
        }
        """;

    private RecordSource Add(string attribute)
    {
        records.Append("    [Quiesce.Generated.").Append(attribute).Append("]\n");
        return this;
    }
}
