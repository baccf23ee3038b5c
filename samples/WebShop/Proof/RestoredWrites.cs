using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WebShop.Proof;

/// <summary>
/// What "nothing lost" means, exactly: acknowledged before the engine's stop ⊆ present on the copy ⊆ sent before the freeze completed. Judged from the writers' account and the rows
/// found, and from nothing else.
/// </summary>
/// <param name="StoppedMs">When the engine stood still: its lock was held, or, where it takes none, the freeze began.</param>
/// <param name="FrozenMs">When the freeze was complete.</param>
internal sealed record RestoredWrites(string Engine, IReadOnlyList<Write> Sent, IReadOnlySet<RowKey> Present, double StoppedMs, double FrozenMs)
{
    public Claim NothingAcknowledgedIsLost()
    {
        var acknowledged = Sent.Where(write => write.AcknowledgedMs < StoppedMs).ToList();
        var lost = acknowledged.Count(write => !Present.Contains(write.Key));
        return (acknowledged.Count, lost) switch
        {
            (0, _) => new(Engine, false, "no write was acknowledged before its stop: nothing is proven"),
            (_, 0) => new(Engine, true, Say($"{acknowledged.Count} writes acknowledged before its stop, every one present")),
            _ => new(Engine, false, Say($"{lost} of {acknowledged.Count} writes acknowledged before its stop are missing")),
        };
    }

    public Claim NothingIsFromAfterTheFreeze()
    {
        var sentInTime = Sent.Where(write => write.SentMs <= FrozenMs).Select(write => write.Key).ToHashSet();
        var late = Present.Count(key => !sentInTime.Contains(key));
        return (Present.Count, late) switch
        {
            (0, _) => new(Engine, false, "no row is present: nothing is proven"),
            (_, 0) => new(Engine, true, Say($"{Present.Count} rows present, none sent after the freeze was complete")),
            _ => new(Engine, false, Say($"{late} of {Present.Count} rows present were sent after the freeze was complete")),
        };
    }

    /// <summary>Without this the two others would also hold for a server that nobody wrote to.</summary>
    public Claim WritersWentOn(double thawedMs)
    {
        var later = Sent.Count(write => write.SentMs > thawedMs);
        return new(Engine, later > 0, Say($"{later} writes were sent and acknowledged after the thaw"));
    }

    private static string Say(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
