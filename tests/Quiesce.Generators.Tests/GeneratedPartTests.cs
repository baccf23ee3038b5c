using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Quiesce.Generators.Tests;

public sealed class GeneratedPartTests
{
    [Fact]
    public void The_documented_profile_compiles_without_a_warning()
        => Assert.Empty(GeneratorRun.Over(Sources.WebShop).Diagnostics);

    [Fact]
    public void What_is_generated_compiles_as_CSharp_7_3()
        => Assert.Empty(GeneratorRun.Over(LanguageVersion.CSharp7_3, Sources.Profile()).Diagnostics);
}
