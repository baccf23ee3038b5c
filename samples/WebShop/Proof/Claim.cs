namespace WebShop.Proof;

/// <summary>One thing the proof is about, and whether it holds.</summary>
/// <param name="Subject">The engine it is said of, or the run.</param>
/// <param name="Text">What holds, or what was found instead.</param>
internal sealed record Claim(string Subject, bool Holds, string Text);
