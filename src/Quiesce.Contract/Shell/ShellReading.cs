using System;

namespace Quiesce.Contract.Shell;

/// <summary>What the grammar expects of the next token.</summary>
[Flags]
internal enum ShellReading
{
    Plain = 0,

    /// <summary>Line ends mean nothing here.</summary>
    SkipLines = 1,

    /// <summary>A command may start here, so a reserved word is one.</summary>
    ReservedWords = 2,

    /// <summary>A here-document's delimiter: quotes count, nothing is expanded.</summary>
    Delimiter = 4,

    NextCommand = SkipLines | ReservedWords,
}
