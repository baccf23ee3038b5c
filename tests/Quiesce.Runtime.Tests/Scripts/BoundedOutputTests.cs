using System.Linq;
using System.Text;
using Quiesce.Runtime.Scripts;
using Xunit;

namespace Quiesce.Runtime.Tests.Scripts;

public sealed class BoundedOutputTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8 * 1024)]
    [InlineData(32 * 1024)]
    public void What_fits_is_kept_whole(int length)
    {
        string text = Numbered(length);

        Assert.Equal(text, Kept(text, pieces: 1));
        Assert.Equal(text, Kept(text, pieces: 7));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Of_more_the_beginning_and_the_end_are_kept_and_the_gap_is_stated(int pieces)
    {
        string text = Numbered(100_000);

        string kept = Kept(text, pieces);

        Assert.StartsWith(text[..8192], kept, System.StringComparison.Ordinal);
        Assert.EndsWith(text[^24576..], kept, System.StringComparison.Ordinal);
        Assert.Contains($"[… {100_000 - 8192 - 24576} bytes left out …]", kept);
    }

    private static string Numbered(int length) => string.Concat(Enumerable.Range(0, length / 5 + 1).Select(number => $"{number:D4}\n"))[..length];

    private static string Kept(string text, int pieces)
    {
        var output = new BoundedOutput();
        foreach (byte[] piece in Encoding.UTF8.GetBytes(text).Chunk(System.Math.Max(1, text.Length / pieces)))
            output.Append(piece);
        return output.ToString();
    }
}
