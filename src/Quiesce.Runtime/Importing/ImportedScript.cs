using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Quiesce.Contract.Rules;
using Quiesce.Contract.Shell;
using Quiesce.Runtime.Checking;
using Quiesce.Runtime.Validation;

namespace Quiesce.Runtime.Importing;

/// <summary>One of the two scripts of an existing configuration, and which of its commands an attribute says better.</summary>
internal sealed class ImportedScript
{
    /// <summary>Commands that mean nothing by themselves: around a command that is replaced they go with it.</summary>
    private static readonly string[] s_idle = ["", "echo", "printf", "logger", "exit", "return", "true", "false", ":", "set", "date", "sleep", "test", "["];

    private readonly HashSet<ShellSimpleCommand> _replaced = [];
    private readonly IReadOnlyList<string> _parameters;

    private ImportedScript(string path, string text, IReadOnlyList<string> parameters)
    {
        Path = path;
        Shell = ShellScript.Of(text);
        _parameters = parameters;
    }

    public string Path { get; }

    public ShellScript Shell { get; }

    /// <summary>Every program that it starts, with the statements around it as they stand.</summary>
    public IReadOnlyList<StepCommand> Commands => Shell.Error is null ? StepCommand.In(Shell) : [];

    public IEnumerable<SqlOfClient> Sql => SqlOfClient.In(Shell);

    /// <summary>Whether a replaced command could not be taken out, because it stands among others that do something.</summary>
    public bool KeepsReplacedCommands => _replaced.Count > 0 && Items.Any(item => Has(item, _replaced.Contains) && !IsReplaced(item));

    private IReadOnlyList<ShellListItem> Items => Shell.Body.Items;

    /// <exception cref="OutcomeException">The script is missing, or cannot be read as a text.</exception>
    public static ImportedScript Read(string path, string file, FileRole role, IReadOnlyList<string> parameters)
    {
        FoundFile found = FoundFile.Read(file, role, ConfigurationValidation.MostScriptBytes);
        try
        {
            string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(found.Content);
            return new ImportedScript(path, text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n'), parameters);
        }
        catch (DecoderFallbackException)
        {
            throw new OutcomeException(role.Missing, $"{file} is not a text in UTF-8");
        }
    }

    /// <summary>Notes that an attribute does from now on what this command did.</summary>
    public void Replace(ShellSimpleCommand command) => _replaced.Add(command);

    /// <summary>
    /// What is left for a step; <see langword="null"/> when nothing is left that does anything. What was replaced leaves a comment only: a password on its line would end up in an artefact.
    /// </summary>
    public string? Rest()
    {
        if (Shell.Error is not null)
            return Shell.Text.Trim().Length == 0 ? null : StartingTheFile();
        if (!Items.Any(item => !IsReplaced(item) && Has(item, command => !IsIdle(command))))
            return null;

        List<string> lines = [.. Shell.Text.Split('\n')];
        foreach (ShellListItem item in Items.Where(IsReplaced).Reverse())
        {
            (int first, int last) = LinesOf(item);
            lines.RemoveRange(first, last - first + 1);
            lines.Insert(first, $"# line {first + 1}: an attribute's work now");
        }

        if (Parameters() is { } parameters)
            lines.Insert(lines[0].StartsWith("#!", StringComparison.Ordinal) ? 1 : 0, parameters);
        return string.Join('\n', lines);
    }

    /// <summary>What no shell can parse is a program in another language, or broken; as a file it goes on being what it is.</summary>
    private string StartingTheFile() =>
        (Shell.Text.StartsWith("#!", StringComparison.Ordinal) ? "exec " : "exec sh ") + string.Join(' ', new[] { Path }.Concat(_parameters).Select(Contract.Artifacts.ShellQuoting.Quote));

    private string? Parameters() => _parameters.Count == 0 ? null : "set -- " + string.Join(' ', _parameters.Select(Contract.Artifacts.ShellQuoting.Quote));

    private bool IsReplaced(ShellListItem item) => Has(item, _replaced.Contains) && !Has(item, command => !_replaced.Contains(command) && !IsIdle(command)) && HasItsLinesToItself(item);

    private bool Has(ShellListItem item, Func<ShellSimpleCommand, bool> condition)
    {
        (int start, int end) = RangeOf(item);
        return Shell.SimpleCommands.Any(command => command.Range.Start >= start && command.Range.End <= end && condition(command));
    }

    private bool HasItsLinesToItself(ShellListItem item)
    {
        (int first, int last) = LinesOf(item);
        return Items.All(other => other == item || LinesOf(other) is var (from, to) && (to < first || from > last));
    }

    private (int First, int Last) LinesOf(ShellListItem item)
    {
        (int start, int end) = RangeOf(item);
        return (Shell.Text.AsSpan(0, start).Count('\n'), Shell.Text.AsSpan(0, Math.Max(start, end)).Count('\n'));
    }

    /// <summary>With the texts of its here-documents, up to the line that ends the last of them.</summary>
    private (int Start, int End) RangeOf(ShellListItem item)
    {
        ShellCommand[] commands = [.. item.Pipelines.SelectMany(pipeline => pipeline.Commands)];
        (int start, int end) = (commands[0].Range.Start, commands[^1].Range.End);
        foreach (ShellSimpleCommand command in Shell.SimpleCommands.Where(command => command.Range.Start >= start && command.Range.End <= end))
        {
            foreach (ShellRedirection redirection in command.Redirections.Where(redirection => redirection.Document is not null))
            {
                // The reader has gone past the line with the delimiter.
                int past = Math.Min(redirection.Document!.Range.End, Shell.Text.Length);
                end = Math.Max(end, Shell.Text[past - 1] == '\n' ? past - 1 : past);
            }
        }

        return (start, end);
    }

    private static bool IsIdle(ShellSimpleCommand command) => s_idle.Contains(command.Words.Count == 0 ? "" : command.Words[0].Text);
}
