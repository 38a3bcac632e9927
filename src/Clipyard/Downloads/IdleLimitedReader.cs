namespace Clipyard.Downloads;

/// <summary>Reads a body that may be slow but not stand still.</summary>
internal sealed class IdleLimitedReader(Stream body, TimeSpan idleTimeout, TimeProvider time)
{
    /// <exception cref="TimeoutException">Nothing came for the whole time-out.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var reading = body.ReadAsync(buffer, cancellationToken);
        if (reading.IsCompleted)
        {
            return await reading;
        }

        var pending = reading.AsTask();
        try
        {
            return await pending.WaitAsync(idleTimeout, time, CancellationToken.None);
        }
        catch (TimeoutException error) when (!pending.IsCompleted)
        {
            // Closing the body ends the read that is still under way: the buffer is about to have another owner.
            await body.DisposeAsync();
            await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new TimeoutException($"Nothing came for {idleTimeout.TotalSeconds:0.#} s.", error);
        }
    }
}
