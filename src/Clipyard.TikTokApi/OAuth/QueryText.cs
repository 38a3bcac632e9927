namespace Clipyard.TikTokApi.OAuth;

/// <summary>Reads form-encoded queries, decoding once. Of two members with one name the first counts.</summary>
internal static class QueryText
{
    public static Dictionary<string, string> Read(string query)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (part, "") : (part[..equals], part[(equals + 1)..]);
            members.TryAdd(Decode(name), Decode(value));
        }

        return members;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
