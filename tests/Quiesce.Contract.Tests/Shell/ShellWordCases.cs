namespace Quiesce.Contract.Tests.Shell;

/// <summary>Quotes, escapes, comments and line continuations.</summary>
internal static class ShellWordCases
{
    public static readonly string[] All =
    [
        "", " ", "\n", "\n\n\n", "\t", "# comment", "#", "# \"unclosed ' ` $( in a comment\n", "a # b ' c\n", "a#b 'c'", "a '#' b", "a \\# 'b'", "echo a;# b '\n",
        "a", "a b c", "a\tb", "a b\n", "a  b  ", "\na\n\nb\n", "a;b", "a ; b ;", "a;b;\n", "é ü", "echo 'żółw'", "echo \"日本\"", "a\rb", "a\r\nb\r\n",
        "if a\r\nthen b\r\nfi\r\n", "a\vb", "a\fb",
        "'a'", "'a", "a'", "''", "'a\nb'", "'a\\'", "'a\\'b'", "'\"'", "'`'", "'$('", "'$((' b", "'${' b", "a'b'c\"d\"e", "'a' 'b", "'a''b'", "'a'\\''b'", "'\n", "\\''", "\\'",
        "\"a\"", "\"a", "a\"", "\"\"", "\"a\nb\"", "\"a\\\"\"", "\"a\\\"", "\"a\\\\\"", "\"'\"", "\"'", "\"#\"", "\"a\"\"b\"", "\"$\"", "\"$ \"", "\"\\$(\"", "\"\\`\"",
        "\"`\"", "\"}\"", "\"{\"", "\"(\"", "\")\"", "\"a;b&c|d\"", "\\\"a\\\"", "\\\"", "\"\n", "\"\\\n\"",
        "\\", "a\\", "a \\\n", "a \\\n b", "a\\\nb", "i\\\nf a; then b; fi", "if a; th\\\nen b; f\\\ni", "a &\\\n& b", "a |\\\n| b", "case a in b) c;\\\n; esac", "a >\\\n> b", "a <\\\n<E\nE\n",
        "\\\n", "\\\n\\\n", "\\\n#a '\n", "a \\ b", "\\a", "\\;", "\\&\\|", "a\\ b", "\\(", "\\)", "\\<", "# a \\\nif", "a # b \\\n'",
        "$\\\nx", "$\\\n{x}", "${\\\nx}", "${x\\\n}", "${x:\\\n-y}", "$\\\n(a)", "$(\\\n(1))", "$((1)\\\n)", "\"$\\\n{x\\\n}\"", "'$\\\n{x'",
        "a=b", "a=b c=d e", "a=", "a=\"b c\"", "a='b' c", "1=b", "a-b=c", "=b", "a==b", "a=b=c", "a=$(b)", "a=`b`", "a=$((1))", "a=b;c=d", "a=b >c", ">c a=b", "\"a\"=b", "a\\=b",
        "{", "}", "{}", "{a}", "{a", "a}", "a}b", "{ a", "!", "!a", "! a", "!\n", "! \\\na", "a !", "a ! b", "[", "[ a ]", "[[ a ]]", "]", "*", "?", "~", "~a", "%", "@", "^", ":", ".", ",", "a,b",
        "then", "echo then", "'then'", "\\then", "\"if\"", "i'f'", "echo if then fi", "if=1", "then=1", "x then", "\\if a", "do", "done", "esac", "elif", "else", "fi", "in", "echo in",
    ];
}
