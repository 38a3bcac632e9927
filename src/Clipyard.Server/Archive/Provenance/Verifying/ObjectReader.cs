using System.Buffers;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Reads objects again, within a step's budget.</summary>
internal sealed class ObjectReader(IMediaStore store, RunningHashes hashes)
{
    private const int BufferBytes = 128 * 1024;

    /// <summary>Reads an object, going on where the step before stopped.</summary>
    /// <returns>What was found; null when the budget ended first.</returns>
    public async Task<ReadObject?> ReadAsync(
        Guid run,
        string key,
        VerifyBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (!ObjectKey.IsValid(key) || await store.StatAsync(key, cancellationToken) is not { } stat)
        {
            return ReadObject.Missing;
        }

        var hash = hashes.Take(run, key, stat.ModifiedAt) ?? new RunningHash(key, stat.ModifiedAt);
        await using var stream = await store.OpenReadAsync(key, hash.Bytes, length: null, cancellationToken);
        if (stream is null)
        {
            hash.Dispose();
            return ReadObject.Missing;
        }

        if (!await AppendAsync(stream, hash, budget, cancellationToken))
        {
            hashes.Keep(run, hash);
            return null;
        }

        using (hash)
        {
            return new ReadObject(hash.Complete(), hash.Bytes, stat.ModifiedAt);
        }
    }

    private static async Task<bool> AppendAsync(
        Stream stream,
        RunningHash hash,
        VerifyBudget budget,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                hash.Append(buffer.AsSpan(0, count));
                budget.Take(count);
                if (budget.IsSpent)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
