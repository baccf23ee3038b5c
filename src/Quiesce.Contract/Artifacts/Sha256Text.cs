using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quiesce.Contract.Artifacts;

internal static class Sha256Text
{
    /// <summary>The digest of the text's UTF-8 bytes – what <c>sha256sum</c> prints for the file – in lower-case hexadecimal.</summary>
    public static string Of(string text)
    {
        using var sha256 = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var part in sha256.ComputeHash(Encoding.UTF8.GetBytes(text)))
            hex.Append(part.ToString("x2", CultureInfo.InvariantCulture));
        return hex.ToString();
    }
}
