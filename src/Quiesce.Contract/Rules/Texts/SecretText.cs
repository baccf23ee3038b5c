using System.Text.RegularExpressions;

namespace Quiesce.Contract.Rules;

/// <summary>Recognises texts that look like secrets, by the forms in which passwords, keys and tokens are commonly written. A value taken from a variable or a file is none.</summary>
internal static class SecretText
{
    /// <summary>A literal after the sign: neither a variable nor nothing.</summary>
    private const string Assigned = @"\s*[=:]\s*[""']?(?![""']?\$)(?=[^\s""';&|])";

    private static readonly (Phrase Kind, Regex Form)[] Forms =
    [
        (new("a password"), Form(@"(?<![a-z])(password|passwd|passphrase|pwd|PGPASSWORD|MYSQL_PWD)" + Assigned)),
        (new("a password option"), Form(@"--password[= ](?![""']?\$)[^\s-]")),
        (new("a password option"), Form(@"\b(mysql|mariadb|mysqldump|mysqladmin|mariadb-admin)\b[^\n|;&]*\s-p(?![""']?\$)[^\s]")),
        (new("a password option"), Form(@"\bredis-cli\b[^\n|;&]*\s-a\s+(?![""']?\$)[^\s]")),
        (new("a password in an address"), Form(@"[a-z][a-z0-9+.-]*://[^\s/:@$]+:(?!\$)[^\s/:@]+@")),
        (new("an account key"), Form("(AccountKey|SharedAccessKey|SharedAccessSignature|client_secret|api[_-]?key|secret[_-]?key|access[_-]?token|auth[_-]?token)" + Assigned)),
        (new("a bearer token"), Form(@"Bearer\s+(?!\$)[A-Za-z0-9._~+/-]{16,}")),
        (new("a private key"), Form("-----BEGIN [A-Z ]*PRIVATE KEY-----")),
        (new("an access key"), CaseSensitive("(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])")),
        (new("an access token"), CaseSensitive("(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.)")),
    ];

    /// <summary>Some forms take the square of a line's length; beyond this, a text was written by no one, and is searched up to here.</summary>
    private const int LongestText = 16 * 1024;

    /// <returns>What the text seems to hold, or <see langword="null"/>.</returns>
    public static Phrase? Find(string text)
    {
        var searched = text.Length > LongestText ? text.Substring(0, LongestText) : text;
        foreach (var (kind, form) in Forms)
        {
            if (form.IsMatch(searched))
                return kind;
        }

        return null;
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex CaseSensitive(string pattern) => new(pattern, RegexOptions.CultureInvariant);
}
