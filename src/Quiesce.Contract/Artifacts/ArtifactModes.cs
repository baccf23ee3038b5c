namespace Quiesce.Contract.Artifacts;

/// <summary>The access that the files of a compiled profile need, and no more: hosts refuse them otherwise.</summary>
internal static class ArtifactModes
{
    private const string OwnerReadsAndWrites = "600";
    private const string OwnerRuns = "700";

    /// <summary>The mode of one of <see cref="ArtifactNames"/>: octal, as <c>chmod</c> takes it.</summary>
    public static string Of(string name) => name is ArtifactNames.PreScript or ArtifactNames.PostScript or ArtifactNames.Install ? OwnerRuns : OwnerReadsAndWrites;
}
