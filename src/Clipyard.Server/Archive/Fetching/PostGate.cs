namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// Lets one at a time make an owner's post visible or take it away: objects and row change together, so nobody replaces
/// or deletes an object that somebody else's row has just begun to name.
/// </summary>
/// <remarks>Held for a rename and a commit, never during a transfer.</remarks>
internal sealed class PostGate
{
    private readonly Dictionary<(Guid Owner, string VideoId), Place> _places = [];

    public async Task<IDisposable> EnterAsync(Guid owner, string videoId, CancellationToken cancellationToken)
    {
        var place = Join((owner, videoId));
        try
        {
            await place.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave((owner, videoId), place);
            throw;
        }

        return new Exit(this, (owner, videoId), place);
    }

    private Place Join((Guid, string) post)
    {
        lock (_places)
        {
            if (!_places.TryGetValue(post, out var place))
            {
                _places[post] = place = new Place();
            }

            place.Members++;
            return place;
        }
    }

    private void Leave((Guid, string) post, Place place)
    {
        lock (_places)
        {
            if (--place.Members == 0)
            {
                _places.Remove(post);
                place.Turn.Dispose();
            }
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Members { get; set; }
    }

    private sealed class Exit(PostGate gate, (Guid, string) post, Place place) : IDisposable
    {
        private Place? _place = place;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _place, null) is { } held)
            {
                held.Turn.Release();
                gate.Leave(post, held);
            }
        }
    }
}
