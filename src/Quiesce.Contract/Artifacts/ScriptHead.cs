using System.Globalization;
using System.Text;

namespace Quiesce.Contract.Artifacts;

/// <summary>
/// Writes the head of a script: comments, and assignments of single-quoted values, some of them grouped into functions that the bodies call by number. Nothing else, so that no value of a
/// profile ever becomes shell syntax.
/// </summary>
internal sealed class ScriptHead
{
    private readonly StringBuilder _text = new("#!/bin/sh\n");
    private string _indent = "";

    public ScriptHead Comment(string text)
    {
        // A line break would end the comment and start a command.
        _text.Append("# ").Append(text.Replace('\n', ' ').Replace('\r', ' ')).Append('\n');
        return this;
    }

    /// <summary>A value that is not known is assigned the empty string: the bodies run with <c>set -u</c>.</summary>
    public ScriptHead Assign(string name, string? value)
    {
        _text.Append(_indent).Append(name).Append('=').Append(ShellQuoting.Quote(value ?? "")).Append('\n');
        return this;
    }

    public ScriptHead Assign(string name, int? value) => Assign(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>The assignments that follow, up to <see cref="CloseFunction"/>, take effect when the body calls the function.</summary>
    public ScriptHead OpenFunction(string name, int number)
    {
        _text.Append(name).Append('_').Append(number.ToString(CultureInfo.InvariantCulture)).Append("() {\n");
        _indent = "    ";
        return this;
    }

    public ScriptHead CloseFunction()
    {
        _text.Append("}\n");
        _indent = "";
        return this;
    }

    public override string ToString() => _text.ToString();
}
