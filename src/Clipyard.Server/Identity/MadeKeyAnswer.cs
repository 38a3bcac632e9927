namespace Clipyard.Server.Identity;

/// <summary>A new API key with its secret: shown once and kept nowhere.</summary>
internal sealed record MadeKeyAnswer : KeyAnswer
{
    public MadeKeyAnswer(KeyAnswer details, string key)
        : base(details) => Key = key;

    /// <summary>The key itself.</summary>
    public string Key { get; }

    /// <summary>What may be shown: secrets do not belong into logs.</summary>
    public override string ToString() => Prefix;
}
