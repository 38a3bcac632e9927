namespace Clipyard.Server.Accounts.Tokens;

/// <summary>Lets one at a time of this process fetch new tokens for an account.</summary>
internal sealed class AccountTurns
{
    private readonly Dictionary<Guid, Place> _places = [];

    /// <summary>Waits for the turn. Disposing gives it to the next.</summary>
    public async Task<IDisposable> EnterAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var place = Join(accountId);
        try
        {
            await place.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(accountId, place);
            throw;
        }

        return new Exit(this, accountId, place);
    }

    private Place Join(Guid accountId)
    {
        lock (_places)
        {
            if (!_places.TryGetValue(accountId, out var place))
            {
                _places[accountId] = place = new Place();
            }

            place.Members++;
            return place;
        }
    }

    private void Leave(Guid accountId, Place place)
    {
        lock (_places)
        {
            if (--place.Members == 0)
            {
                _places.Remove(accountId);
                place.Turn.Dispose();
            }
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Members { get; set; }
    }

    private sealed class Exit(AccountTurns turns, Guid accountId, Place place) : IDisposable
    {
        private Place? _place = place;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _place, null) is { } held)
            {
                held.Turn.Release();
                turns.Leave(accountId, held);
            }
        }
    }
}
