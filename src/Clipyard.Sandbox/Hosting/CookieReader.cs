namespace Clipyard.Sandbox.Hosting;

/// <summary>Reads cookies from the raw header: values in quotes and with <c>=</c> inside come as they were sent.</summary>
internal static class CookieReader
{
    public static string? Find(HttpRequest request, string name)
    {
        foreach (var header in request.Headers.Cookie)
        {
            foreach (var part in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            {
                var equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0 && part.AsSpan(0, equals).SequenceEqual(name))
                {
                    return part[(equals + 1)..];
                }
            }
        }

        return null;
    }
}
