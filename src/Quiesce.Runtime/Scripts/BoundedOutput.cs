using System;
using System.Globalization;
using System.Text;

namespace Quiesce.Runtime.Scripts;

/// <summary>Keeps the beginning and the end of what a program prints, however much that is: the beginning names the program's first complaint, the end its last.</summary>
internal sealed class BoundedOutput
{
    private const int HeadSize = 8 * 1024;
    private const int TailSize = 24 * 1024;

    private readonly byte[] _head = new byte[HeadSize];
    private readonly byte[] _tail = new byte[TailSize];
    private int _headLength;
    private long _tailLength;

    public void Append(ReadOnlySpan<byte> printed)
    {
        int toHead = Math.Min(HeadSize - _headLength, printed.Length);
        printed[..toHead].CopyTo(_head.AsSpan(_headLength));
        _headLength += toHead;
        printed = printed[toHead..];

        // The tail is a ring: only the last of what was printed can still be in it.
        int skipped = Math.Max(0, printed.Length - TailSize);
        _tailLength += skipped;
        printed = printed[skipped..];
        while (printed.Length > 0)
        {
            int position = (int)(_tailLength % TailSize);
            int fitting = Math.Min(printed.Length, TailSize - position);
            printed[..fitting].CopyTo(_tail.AsSpan(position));
            _tailLength += fitting;
            printed = printed[fitting..];
        }
    }

    /// <summary>The text, with a line that says how much is left out of its middle.</summary>
    public override string ToString()
    {
        string head = Encoding.UTF8.GetString(_head, 0, _headLength);
        if (_tailLength <= TailSize)
            return head + Encoding.UTF8.GetString(_tail, 0, (int)_tailLength);

        int start = (int)(_tailLength % TailSize);
        string leftOut = string.Create(CultureInfo.InvariantCulture, $"\n[… {_tailLength - TailSize} bytes left out …]\n");
        return head + leftOut + Encoding.UTF8.GetString([.. _tail.AsSpan(start), .. _tail.AsSpan(0, start)]);
    }
}
