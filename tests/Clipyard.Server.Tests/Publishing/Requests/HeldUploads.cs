using System.Collections.Concurrent;
using System.Security.Cryptography;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Uploads;

namespace Clipyard.Server.Tests.Publishing.Requests;

/// <summary>Uploads in memory, of everybody.</summary>
internal sealed class HeldUploads : IUploads
{
    private readonly ConcurrentDictionary<Guid, (CompletedUpload Upload, byte[] Bytes)> _held = [];
    private readonly ConcurrentDictionary<Guid, bool> _taken = [];

    public int Count => _held.Count;

    /// <summary>The bytes of the only one.</summary>
    public byte[] OnlyBytes => _held.Values.ShouldHaveSingleItem().Bytes;

    public CompletedUpload Add(string contentType = "video/mp4", string? fileName = null, byte[]? bytes = null)
    {
        bytes ??= [0, 0, 0, 8, .. "ftyp"u8];
        var upload = new CompletedUpload(
            Guid.NewGuid(),
            bytes.Length,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            contentType,
            fileName
        );
        _held[upload.Id] = (upload, bytes);
        return upload;
    }

    public bool IsTaken(Guid uploadId) => _taken.ContainsKey(uploadId);

    public async Task<CompletedUpload> ReceiveAsync(Stream body, string? fileName, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await body.CopyToAsync(copy, cancellationToken);
        var bytes = copy.ToArray();
        return bytes.AsSpan().IndexOf("ftyp"u8) == 4
            ? Add("video/mp4", fileName, bytes)
            : throw new ClipyardException(FailureCatalogue.UnsupportedMedia);
    }

    public Task<CompletedUpload?> FindAsync(Guid uploadId, CancellationToken cancellationToken) =>
        Task.FromResult(_held.TryGetValue(uploadId, out var held) && !IsTaken(uploadId) ? held.Upload : null);

    public Task<Stream> OpenReadAsync(Guid uploadId, CancellationToken cancellationToken) =>
        _held.TryGetValue(uploadId, out var held)
            ? Task.FromResult<Stream>(new MemoryStream(held.Bytes))
            : throw new ClipyardException(FailureCatalogue.NotFound);

    public Task TakeAsync(ClipyardDb db, Guid uploadId, CancellationToken cancellationToken)
    {
        _taken[uploadId] = true;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        _held.TryRemove(uploadId, out _);
        return Task.CompletedTask;
    }
}
