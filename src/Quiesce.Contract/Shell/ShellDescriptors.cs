using System;

namespace Quiesce.Contract.Shell;

/// <summary>The three descriptors that every command inherits.</summary>
[Flags]
internal enum ShellDescriptors
{
    None = 0,
    Input = 1,
    Output = 2,
    Error = 4,
}
