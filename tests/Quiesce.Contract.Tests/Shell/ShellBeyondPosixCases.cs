namespace Quiesce.Contract.Tests.Shell;

/// <summary>What other shells know and dash does not: some of it stops dash, some of it dash takes for an ordinary command.</summary>
internal static class ShellBeyondPosixCases
{
    public static readonly string[] All =
    [
        "[[ -f a ]]", "[[ a == b ]]", "[[ a && b ]]", "[[ a && ( b ) ]]", "[[ a || b ]] && c", "[[ a < b ]]", "[[ $a =~ ^b ]]", "[[ $a =~ (b) ]]", "[[ ! a ]]", "if [[ a ]]; then b; fi", "[[\na ]]",
        "function f { a; }", "function f() { a; }", "function f () { a; }", "function f\n{ a; }", "function f { a; } >b", "function f", "function", "source a", "source a && b", "let a=1", "let 'a = 1'", "let a=(1)", "declare a=1", "declare -a a=(b)", "typeset -i a", "local a=1", "local a=(b)", "export a=(b)", "readonly -a b",
        "select i in a b; do c; done", "select i in a b", "coproc a", "coproc { a; }", "coproc a { b; }", "pushd a", "popd", "shopt -s a", "time a", "time { a; }", "time (a)", "mapfile -t a <b", "read -a b <<<c", "a < <(b)", "a <(b) <(c)", "a >(b)", "diff <(a) <(b)", "a=<(b)", "a <<<b", "a <<<$b", "cat <<<'a'", "a |& b", "a &> b", "a &>> b", "a >& b", "a >&b", "a 2>&1 &> c", "&>a", "a {b,c}", "a {1..3}", "a $'b'", "a $'b\\'c'", "a $'\\n'", "a $\"b\"", "a ${b^^}", "a ${b,,}", "a ${b/c/d}", "a ${b//c}", "a ${b:1:2}", "a ${!b}", "a ${b[0]}", "a ${b[@]}", "a ${#b[@]}", "a ${b@Q}", "a=(1 2)", "a=(\n1\n2\n)", "a+=(1)", "a+=1", "a[1]=2", "a[$b]=c", "((a++))", "((a=1))", "((a > b))", "((a && b))", "if ((a)); then b; fi", "if (( a < b )); then c; fi", "while ((a--)); do b; done", "for ((;;)); do a; done", "for ((;;)) { a; }", "case a in b) c;& esac", "case a in b) c;;& esac", "echo -e a", "echo $[1+2]", "trap a ERR", "set -o pipefail", "[ a == b ]", "test a == b", "[ a < b ]", "[ a > b ]", "[ a -a b ]", "read -p a b", "printf -v a b", "export -f a", "{ a; } 2>&1 | tee >(b)", "exec {fd}>a", "a {b}>c", "if a; then b; fi &> c", "! [[ a ]]", "a=$(<b)", "@(a|b)", "a @(b)", "a +(b|c)", "ls !(a)", "case a in @(b|c)) d;; esac", "case a in +(b)) d;; esac", "f() [[ a ]]", "until ((a)); do b; done", "a ;& b", "a & disown", "wait -n", "echo a >&2 2>&-", "a <&$b", "a >&$b", "a >&\"$b\"", "nohup a &", "a & b & wait", "a() { return; }; a",
    ];
}
