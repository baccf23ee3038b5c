using System;
using System.Collections.Generic;
using System.Reflection.Metadata;

namespace Quiesce.Build;

/// <summary>The constructor arguments of one record, in order. Records have strings and arrays of strings only (ECMA-335, II.23.3).</summary>
internal sealed class RecordArguments
{
    private const ushort Prolog = 1;

    private BlobReader blob;

    public RecordArguments(BlobReader blob)
    {
        this.blob = blob;
        if (Read(ref this.blob, static (ref reader) => reader.ReadUInt16()) != Prolog)
            throw Unreadable();
    }

    public string NextText() => Read(ref blob, static (ref reader) => reader.ReadSerializedString()) ?? throw Unreadable();

    public IReadOnlyList<string> NextTexts()
    {
        var count = Read(ref blob, static (ref reader) => reader.ReadInt32());
        if (count < 0 || count > blob.RemainingBytes)
            throw Unreadable();
        var texts = new string[count];
        for (var i = 0; i < count; i++)
            texts[i] = NextText();
        return texts;
    }

    private delegate T Part<out T>(ref BlobReader reader);

    private static T Read<T>(ref BlobReader blob, Part<T> part)
    {
        try
        {
            return part(ref blob);
        }
        catch (BadImageFormatException)
        {
            throw Unreadable();
        }
    }

    private static BuildError Unreadable() => BuildError.UnreadableRecord("its arguments are not those this version knows");
}
