namespace Clipyard.Server.Identity;

/// <summary>A key that stood in the address, as a feature of the request from which it was taken out.</summary>
internal sealed class QueryKey(string text)
{
    /// <summary>What stood in the address as <see cref="Parameter"/>.</summary>
    public const string Parameter = "api_key";

    /// <summary>The key.</summary>
    public string Text { get; } = text;
}
