namespace Quiesce.Cli.Output;

/// <summary>The forms in which findings are printed, by their names on the command line.</summary>
internal enum FindingsFormat
{
    Text,
    Json,
    Sarif,
}
