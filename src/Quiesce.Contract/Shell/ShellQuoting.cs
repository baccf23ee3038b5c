namespace Quiesce.Contract.Shell;

/// <summary>Which characters are special.</summary>
internal enum ShellQuoting
{
    None,
    Single,
    Double,
    Arithmetic,
}
