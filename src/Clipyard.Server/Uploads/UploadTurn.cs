namespace Clipyard.Server.Uploads;

/// <summary>The right to write to an upload.</summary>
internal sealed class UploadTurn(UploadTurns turns, Guid upload) : IDisposable
{
    private UploadHash? _left;

    /// <summary>The hash that the request before has left, if it stands where this one begins.</summary>
    public UploadHash? TakeHash(long offset)
    {
        var hash = turns.TakeHash(upload);
        if (hash?.Position == offset)
        {
            return hash;
        }

        hash?.Dispose();
        return null;
    }

    /// <summary>Leaves the hash to the request that follows, or to nobody.</summary>
    public void Leave(UploadHash hash, bool isWanted)
    {
        if (isWanted)
        {
            _left = hash;
        }
        else
        {
            hash.Dispose();
        }
    }

    public void Dispose() => turns.Leave(upload, _left);
}
