using System;
using System.IO;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime;

namespace Quiesce.Cli;

/// <summary>What no verb has an answer to: one line that says it, and an exit code that cannot be mistaken for a verb's own.</summary>
internal static class UnexpectedEnd
{
    public static int Of(Exception failure, TextWriter error)
    {
        (int exitCode, string line) = failure switch
        {
            OutcomeException { Outcome: var outcome } => (ExitCode.Refused, $"{outcome.Name} ({outcome.Number}): {failure.Message}. {outcome.Help}"),
            UnauthorizedAccessException when !Environment.IsPrivilegedProcess => (ExitCode.Refused, $"{OutcomeCatalogue.NotPrivileged.Name} ({OutcomeCatalogue.NotPrivileged.Number}): {failure.Message} {OutcomeCatalogue.NotPrivileged.Help}"),
            IOException or UnauthorizedAccessException => (ExitCode.InternalError, failure.Message),
            _ => (ExitCode.InternalError, $"{failure.GetType().Name}: {failure.Message} {OutcomeCatalogue.InternalError.Help}"),
        };
        error.WriteLine("quiesce: " + line.ReplaceLineEndings(" "));
        return exitCode;
    }
}
