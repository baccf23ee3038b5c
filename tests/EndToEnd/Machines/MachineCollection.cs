using Xunit;

namespace Quiesce.EndToEnd.Machines;

/// <summary>An emulated machine wants every processor there is: one at a time, and beside nothing else.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MachineCollection
{
    public const string Name = "machines";
}
