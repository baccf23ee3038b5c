using System.Collections.Generic;

namespace Quiesce.Contract.Shell;

/// <summary>What the readers of one script share: a script inside backquotes has a reader of its own.</summary>
internal sealed class ShellParseSession
{
    /// <summary>
    /// Far beyond any script written by hand, and shallow enough for the smallest stack a reader gets: an analyzer runs on threads of 1 MiB, and a nesting costs about 2 KiB.
    /// </summary>
    public const int MaxDepth = 100;

    private int _depth;

    /// <summary>The first error; nothing is read after it.</summary>
    public ShellSyntaxError? Error { get; private set; }

    public List<ShellSimpleCommand> SimpleCommands { get; } = [];

    public void Fail(TextRange range, Phrase message) => Error ??= new(range, message);

    public bool Enter(TextRange range)
    {
        if (++_depth > MaxDepth)
            Fail(range, new("the text nests deeper than {0} levels", MaxDepth));
        return Error is null;
    }

    public void Leave() => _depth--;
}
