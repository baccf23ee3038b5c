using System.IO;
using Quiesce.Contract.Artifacts;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime;
using Quiesce.Runtime.Running;

namespace Quiesce.Cli.Output;

/// <summary>What <c>quiesce run --dry-run</c> and <c>quiesce rehearse --dry-run</c> print; <see cref="Description"/> says what a reader of its JSON may rely on.</summary>
internal static class PreviewOutput
{
    /// <summary>Raised when a reader of the former version would misunderstand the new one.</summary>
    public const int SchemaVersion = 1;

    public const string Description =
        """
        --json prints the report, which 'quiesce show --schema' describes; with --dry-run one object:
          schemaVersion   1
          outcome         how the run would be refused: name, number, message and help; absent when it would not be
          steps           an array, in the run's order, of objects with
            phase         "pre", "freeze", "snapshot", "thaw" or "post"
            text          what would be done
          remarks         an array of what is odd without being wrong
        """;

    public static void Write(TextWriter output, RunPreview preview, bool asJson)
    {
        if (asJson)
        {
            output.Write(Json(preview));
            return;
        }

        output.WriteLine("Nothing was run, frozen or written. A run would do this:");
        foreach (PreviewedStep step in preview.Steps)
            output.WriteLine($"  {step.Phase,-12} {step.Text}");
        foreach (string remark in preview.Remarks)
            output.WriteLine($"  remark       {remark}");
    }

    public static void Write(TextWriter output, OutcomeException refused, bool asJson)
    {
        Outcome outcome = refused.Outcome;
        if (asJson)
        {
            output.Write(new JsonText().OpenObject().Value("schemaVersion", SchemaVersion)
                .OpenObject("outcome").Value("name", outcome.Name).Value("number", outcome.Number).Value("message", refused.Message).Value("help", outcome.Help).CloseObject()
                .CloseObject());
            return;
        }

        output.WriteLine($"A run would be refused: {outcome.Name} ({outcome.Number}): {refused.Message}");
        output.WriteLine($"  what helps   {outcome.Help}");
    }

    private static string Json(RunPreview preview)
    {
        JsonText json = new JsonText().OpenObject().Value("schemaVersion", SchemaVersion).OpenArray("steps");
        foreach (PreviewedStep step in preview.Steps)
            json.OpenObject().Value("phase", step.Phase).Value("text", step.Text).CloseObject();
        return json.CloseArray().Values("remarks", preview.Remarks).CloseObject().ToString();
    }
}
