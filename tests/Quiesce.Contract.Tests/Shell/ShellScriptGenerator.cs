using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Quiesce.Contract.Tests.Shell;

/// <summary>
/// Derives scripts from the shell's grammar: every production in turn at the top, random ones below it. One script in three has a fault: some terminal is left out or written twice.
/// </summary>
internal sealed class ShellScriptGenerator(int seed)
{
    private const int MaxDepth = 3;
    private const int FaultyEvery = 3;
    private const int TerminalsPerFault = 12;

    private static readonly string[] Words =
    [
        "a", "-x", "b.c", "/d/e", "1", "'f g'", "\"h i\"", "\\j", "k=l", "$m", "\"$n\"", "${o}", "${p:-q}", "\"${r:-\"s t\"}\"", "${u%%'}'*}", "${#v}", "$((1 + 2))", "$(((w)))", "*", "[!x]?", "then", "{}", "y#z", "\"a'b\"", "'a\"b'",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _script = new();
    private readonly Queue<string> _documents = new();
    private bool _isFaulty;

    private IReadOnlyList<Action<int>> Productions => field ??= [Simple, If, Loop, For, Case, Subshell, Group, Function, Substituting, Redirecting, Documenting, Pipeline];

    public IEnumerable<string> Scripts(int count) => Enumerable.Range(0, count).Select(Script);

    private string Script(int number)
    {
        _script.Clear();
        _documents.Clear();
        _isFaulty = number % FaultyEvery == 0;
        Productions[number % Productions.Count](0);
        Line();
        if (OneIn(2))
            List(1);
        Line();
        return _script.ToString();
    }

    private void List(int depth)
    {
        for (var items = 1 + _random.Next(3); items > 0; items--)
        {
            AndOr(depth);
            Separator();
        }
    }

    private void Separator()
    {
        switch (_random.Next(4))
        {
            case 0:
                Terminal("; ");
                break;
            case 1:
                Terminal(" & ");
                break;
            default:
                Line();
                break;
        }
    }

    /// <summary>Ends the line, and writes the here-documents that it named.</summary>
    private void Line()
    {
        if (OneIn(8))
            _script.Append(" # it's `a comment");
        _script.Append('\n');
        while (_documents.TryDequeue(out var document))
            Terminal(document);
    }

    private void AndOr(int depth)
    {
        Pipeline(depth);
        while (OneIn(4))
        {
            Terminal(OneIn(2) ? " && " : " || ");
            if (OneIn(3))
                Line();
            Pipeline(depth);
        }
    }

    private void Pipeline(int depth)
    {
        if (OneIn(6))
            Terminal("! ");
        Command(depth);
        while (OneIn(5))
        {
            Terminal(" | ");
            Command(depth);
        }
    }

    private void Command(int depth)
    {
        if (depth >= MaxDepth || OneIn(2))
            Simple(depth);
        else
            Productions[_random.Next(Productions.Count)](depth + 1);
    }

    private void Simple(int depth)
    {
        if (OneIn(5))
            Terminal("v=");
        Terminal("cmd");
        for (var words = _random.Next(4); words > 0; words--)
            Terminal(" " + Words[_random.Next(Words.Length)]);
        if (OneIn(6))
            Terminal(" >out 2>&1");
    }

    private void Redirecting(int depth)
    {
        string[] operators = [">", ">>", ">|", "<", "<>", ">&", "<&", "2>", "0<"];
        Terminal("cmd ");
        Terminal(operators[_random.Next(operators.Length)]);
        Terminal(" target");
    }

    private void Documenting(int depth)
    {
        var (delimiter, end) = _random.Next(4) switch
        {
            0 => ("<<END", "END\n"),
            1 => ("<<'END'", "END\n"),
            2 => ("<<-END", "\tEND\n"),
            _ => ("<<E\"N\"D", "END\n"),
        };
        var body = delimiter == "<<END" || delimiter == "<<-END" ? "text $x \"\n${y:-it's} $(cmd) `cmd`\n" : "text $( ` ${ \"\n";
        Terminal("cmd ");
        _script.Append(delimiter);
        _documents.Enqueue(body + end);
        if (OneIn(4))
            Terminal(" word");
    }

    private void Substituting(int depth)
    {
        Terminal("cmd ");
        var isQuoted = OneIn(2);
        if (isQuoted)
            Terminal("\"");
        Terminal("$(");
        List(depth + 1);
        Line();
        Terminal(")");
        if (OneIn(3))
            Terminal("`cmd \\`inner ${x}\\` 'word'`");
        if (isQuoted)
            Terminal("\"");
    }

    private void If(int depth)
    {
        Terminal("if ");
        List(depth);
        Terminal("then ");
        List(depth);
        while (OneIn(4))
        {
            Terminal("elif ");
            List(depth);
            Terminal("then ");
            List(depth);
        }

        if (OneIn(3))
        {
            Terminal("else ");
            List(depth);
        }

        Terminal("fi");
    }

    private void Loop(int depth)
    {
        Terminal(OneIn(2) ? "while " : "until ");
        List(depth);
        Body(depth);
    }

    private void For(int depth)
    {
        Terminal("for ");
        Terminal("x");
        if (OneIn(3))
        {
            Terminal(OneIn(2) ? "\n" : "; ");
        }
        else
        {
            Terminal(" in ");
            Terminal("a \"$b\" 'c d'");
            Separator();
        }

        Body(depth);
    }

    private void Body(int depth)
    {
        Terminal("do ");
        List(depth);
        Terminal("done");
        if (OneIn(4))
            Terminal(" <in");
    }

    private void Case(int depth)
    {
        Terminal("case ");
        Terminal(Words[_random.Next(Words.Length)]);
        Terminal(" in ");
        for (var cases = _random.Next(4); cases > 0; cases--)
        {
            if (OneIn(2))
                Terminal("(");
            Terminal("x");
            if (OneIn(2))
                Terminal("|'y z'");
            Terminal(") ");
            if (OneIn(4) is false)
                List(depth);
            Terminal(";;\n");
        }

        Terminal("esac");
    }

    private void Subshell(int depth) => Enclosed("(", ")", depth);

    private void Group(int depth) => Enclosed("{ ", "}", depth);

    private void Enclosed(string open, string close, int depth)
    {
        Terminal(open);
        List(depth);
        Terminal(close);
        if (OneIn(4))
            Terminal(" >out");
    }

    private void Function(int depth)
    {
        Terminal("name");
        Terminal("(");
        Terminal(") ");
        Group(depth + 1);
    }

    private void Terminal(string text)
    {
        if (_isFaulty && OneIn(TerminalsPerFault))
            _script.Append(OneIn(3) ? text + text : "");
        else
            _script.Append(text);
    }

    private bool OneIn(int chances) => _random.Next(chances) == 0;
}
