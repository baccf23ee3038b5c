using System.Collections.Generic;
using Quiesce.Contract.Artifacts;
using Quiesce.Runtime.Freezing;

namespace Quiesce.Cli.Output;

/// <summary>What <c>quiesce thaw --json</c> prints; <see cref="Description"/> says what a reader may rely on.</summary>
internal static class ThawedJson
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string Description =
        """
        --json prints one object:
          schemaVersion   1
          fileSystems     an array of what the records named, in the order of thawing, of objects with
            mountPoint    where it was mounted when it was frozen; or the record, or the folder of records, that
                          cannot tell
            thawed        true when it was frozen until now; absent with --dry-run
            wouldBeThawed whether it would be; absent without --dry-run
            mayBeFrozen   true when nobody can say that it is not frozen any more, or would not be
            problem       why it was not thawed, or would not be; absent when it was, or would be
        """;

    public static string Write(IEnumerable<RecordedThaw> thawed, bool isDryRun)
    {
        JsonText json = new JsonText().OpenObject().Value("schemaVersion", SchemaVersion).OpenArray("fileSystems");
        foreach (RecordedThaw system in thawed)
        {
            json.OpenObject()
                .Value("mountPoint", system.MountPoint)
                .Value(isDryRun ? "wouldBeThawed" : "thawed", system.Problem is null)
                .Value("mayBeFrozen", system.MayBeFrozen)
                .Optional("problem", system.Problem)
                .CloseObject();
        }

        return json.CloseArray().CloseObject().ToString();
    }
}
