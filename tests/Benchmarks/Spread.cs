using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace Quiesce.Benchmarks;

/// <summary>What many runs of the same thing gave. One number would hide how far they lie apart.</summary>
internal sealed class Spread(IEnumerable<double> values)
{
    private readonly ImmutableArray<double> _ascending = [.. values.Order()];

    /// <summary>What the machine itself adds is never negative: the least is nearest to the thing measured.</summary>
    public double Minimum => _ascending[0];

    public double Median => (_ascending[(_ascending.Length - 1) / 2] + _ascending[_ascending.Length / 2]) / 2;

    public string Row(string what, string unit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-48} {Minimum,9:0.0} {Median,9:0.0} {_ascending[^1],9:0.0}  {unit} ({_ascending.Length} runs)");

    public static string Heading => $"{"",-48} {"min",9} {"median",9} {"max",9}";
}
