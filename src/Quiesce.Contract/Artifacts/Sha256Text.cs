using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quiesce.Contract.Artifacts;

internal static class Sha256Text
{
    /// <summary>The digest of the text's UTF-8 bytes – what <c>sha256sum</c> prints for the file – in lower-case hexadecimal.</summary>
    public static string Of(string text) => Of([Encoding.UTF8.GetBytes(text)]);

    /// <summary>The digest of a text that is given piece by piece.</summary>
    public static string Of(IEnumerable<byte[]> pieces)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces)
            sha256.AppendData(piece);
        var hex = new StringBuilder(64);
        foreach (var part in sha256.GetHashAndReset())
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
