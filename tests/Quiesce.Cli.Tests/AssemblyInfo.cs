using Xunit;

// Freezes beside each other wait for each other's write-back.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
