using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>What has been received of one file: written, hashed and checked on the way, each byte once.</summary>
[SuppressMessage(
    "Security",
    "CA5351",
    Justification = "MD5 is what TikTok states; it tells versions apart, not attackers."
)]
internal sealed class ReceivedBytes(IDownloadWrite write, Func<IMediaCheck> newCheck) : IDisposable
{
    private const int ReplayBufferBytes = 128 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private IMediaCheck _check = newCheck();

    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    /// <summary>Whether some of them come from an earlier download.</summary>
    public bool Resumed { get; private set; }

    /// <summary>Whether they came in more than one answer, so that two versions could have met.</summary>
    public bool IsPieced { get; set; }

    /// <summary>Takes up what an earlier download left.</summary>
    public async Task ReplayAsync(CancellationToken cancellationToken)
    {
        if (write.ResumedBytes == 0)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(ReplayBufferBytes);
        try
        {
            write.Content.Position = 0;
            while (await write.Content.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                Inspect(buffer.AsSpan(0, count));
                Count += count;
            }

            Resumed = true;
            IsPieced = true;
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.MediaCorrupt)
        {
            // What was left is no part of a media file: nothing is lost by beginning anew.
            await RestartAsync(cancellationToken);
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads the last bytes again, to compare them with what the server sends now.</summary>
    public async Task<byte[]> TailAsync(int length, CancellationToken cancellationToken)
    {
        var tail = new byte[length];
        write.Content.Position = Count - length;
        await write.Content.ReadExactlyAsync(tail, cancellationToken);
        return tail;
    }

    /// <summary>Takes bytes. Hashing and writing run side by side; both are over when this returns.</summary>
    public async Task AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var inspecting = Task.Run(() => Inspect(bytes.Span), CancellationToken.None);
        try
        {
            await write.Content.WriteAsync(bytes, cancellationToken);
            Count += bytes.Length;
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
        finally
        {
            await inspecting;
        }
    }

    /// <summary>Forgets everything, to begin again.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await write.RestartAsync(cancellationToken);
        _hash.GetHashAndReset();
        _check = newCheck();
        Count = 0;
        Resumed = false;
        IsPieced = false;
    }

    /// <summary>Whether pieces from several answers make up the file that TikTok hashed.</summary>
    /// <remarks>Only asked then: what came in one answer is one version, and hashing costs as much again.</remarks>
    public async Task<bool> AreOneFileAsync(string? md5, CancellationToken cancellationToken)
    {
        if (!IsPieced || md5 is null || !write.Content.CanRead)
        {
            return true;
        }

        write.Content.Position = 0;
        var hash = Convert.ToHexStringLower(await MD5.HashDataAsync(write.Content, cancellationToken));
        return hash.Equals(md5, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Verifies the whole.</summary>
    public TransferredFile Complete()
    {
        var media = _check.Complete();
        return new TransferredFile(Count, Convert.ToHexStringLower(_hash.GetCurrentHash()), Resumed, media);
    }

    public void Dispose() => _hash.Dispose();

    private void Inspect(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _check.Append(bytes);
    }
}
