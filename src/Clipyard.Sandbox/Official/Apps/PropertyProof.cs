namespace Clipyard.Sandbox.Official.Apps;

/// <summary>Looks for the file that proves a prefix.</summary>
internal static class PropertyProof
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<bool> IsServedAsync(UrlProperty property, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
        try
        {
            var text = await client.GetStringAsync(new Uri(property.Value + property.FileName), cancellationToken);
            return string.Equals(text.Trim(), property.Proof, StringComparison.Ordinal);
        }
        catch (Exception error)
            when (error is HttpRequestException or UriFormatException
                || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return false;
        }
    }
}
