using System.Collections.Generic;
using System.Linq;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>The scripts over which our verdicts and dash's must be the same: cases written by hand, and as many generated ones as make a corpus.</summary>
internal static class ShellCorpus
{
    public const int GeneratorSeed = 20261121;
    public const int GeneratedCount = 800;

    public static IReadOnlyList<string> WrittenByHand { get; } =
        [.. ShellWordCases.All, .. ShellExpansionCases.All, .. ShellCommandCases.All, .. ShellCompoundCases.All, .. ShellDocumentCases.All, .. ShellBeyondPosixCases.All];

    public static IReadOnlyList<string> Generated { get; } = new ShellScriptGenerator(GeneratorSeed).Scripts(GeneratedCount).ToList();

    public static IReadOnlyList<string> All { get; } = [.. WrittenByHand, .. Generated];
}
