using System.Linq;

namespace WebShop.Proof;

/// <summary>The control: a proof that cannot fail proves nothing. The copy is spoilt on purpose, and the same judgement must notice.</summary>
internal static class TheProofCanFail
{
    public static Claim On(Engine copy, RestoredWrites restored)
    {
        var lastAcknowledged = restored.Sent.Where(write => write.AcknowledgedMs < restored.StoppedMs).MaxBy(write => write.AcknowledgedMs);
        var firstLate = restored.Sent.Where(write => write.SentMs > restored.FrozenMs).MinBy(write => write.SentMs);
        if (lastAcknowledged is null || firstLate is null)
            return new(copy.Table, false, "control: there is no write before the stop, or none after the freeze, to spoil the copy with");

        DatabaseClient.AskAll(copy, copy.Delete(lastAcknowledged.Key), copy.Insert(firstLate.Key));
        var spoilt = restored with { Present = CopyOfServer.ReadKeys(copy) };
        var lossNoticed = !spoilt.NothingAcknowledgedIsLost().Holds;
        var latenessNoticed = !spoilt.NothingIsFromAfterTheFreeze().Holds;
        return (lossNoticed, latenessNoticed) switch
        {
            (true, true) => new(copy.Table, true, "control: one row taken away and one too many put in, both noticed"),
            (false, _) => new(copy.Table, false, "control: a row taken away from the copy was not noticed"),
            _ => new(copy.Table, false, "control: a row too many on the copy was not noticed"),
        };
    }
}
