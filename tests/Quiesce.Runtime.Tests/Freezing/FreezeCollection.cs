using Xunit;

namespace Quiesce.Runtime.Tests.Freezing;

/// <summary>Tests that freeze run one after the other, and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class FreezeCollection
{
    public const string Name = "freezing";
}
