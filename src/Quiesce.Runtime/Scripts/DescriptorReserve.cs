using System;
using System.Collections.Generic;
using System.IO;
using Quiesce.Contract.Outcomes;
using Quiesce.Runtime.Interop;

namespace Quiesce.Runtime.Scripts;

/// <summary>
/// Descriptors put aside before the pre script and given back before the post script: a process that runs out of them in between – it may be somebody's service – can still start that one,
/// read what it prints and wait for its end.
/// </summary>
internal sealed class DescriptorReserve : IDisposable
{
    /// <summary>Two pipes, the script's end and a cancellation take six; the others are for files that are opened and closed again, as those of /proc.</summary>
    private const int ForEachScript = 10;

    private readonly List<Descriptor> _kept = [];

    /// <exception cref="OutcomeException">There are not as many left.</exception>
    public DescriptorReserve(int scripts)
    {
        try
        {
            for (int number = 0; number < scripts * ForEachScript; number++)
                _kept.Add(Descriptor.Own(LibC.eventfd(0, LibC.EFD_CLOEXEC), "eventfd"));
        }
        catch (IOException exhausted)
        {
            Dispose();
            throw new OutcomeException(OutcomeCatalogue.MachineUnfit, $"the descriptors that the post script will need cannot be put aside ({exhausted.Message})");
        }
    }

    public void Dispose()
    {
        _kept.ForEach(descriptor => descriptor.Dispose());
        _kept.Clear();
    }
}
