using Quiesce.Tests;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class MutationTests
{
    [Fact]
    public void No_half_typed_profile_makes_the_generator_throw()
    {
        var run = GeneratorRun.Over(Sources.WebShop);
        foreach (var (source, change) in Mutation.Of(Sources.WebShop, count: 2000))
        {
            run.Edit(source);
            Assert.True(run.Result.Exception is null, $"{change}: {run.Result.Exception}");
        }
    }
}
