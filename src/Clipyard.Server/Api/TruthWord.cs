namespace Clipyard.Server.Api;

/// <summary>Words for true and false, as programs, forms, tables and people write them.</summary>
internal static class TruthWord
{
    /// <summary>What a word says; null when it is none of them.</summary>
    public static bool? Read(string? word) =>
        word?.Trim().ToLowerInvariant() switch
        {
            "true" or "1" or "yes" or "on" => true,
            "false" or "0" or "no" or "off" => false,
            _ => null,
        };
}
