using System.Security.Cryptography;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Tests.Posting;

/// <summary>A video in three chunks, announced as a draft: small, for tests of what happens between chunks.</summary>
internal sealed class ThreeChunks : IDisposable
{
    public const long Size = 15_000_003;
    public const long ChunkBytes = 5_000_000;

    private readonly ApiSession _session;
    private readonly Stream _video;

    private ThreeChunks(ApiSession session, UploadTicket ticket, Stream video)
    {
        _session = session;
        _video = video;
        Ticket = ticket;
        Source = new StreamUploadSource(video);
    }

    public UploadTicket Ticket { get; }

    public StreamUploadSource Source { get; }

    public static async Task<ThreeChunks> InitAsync(ApiSession session)
    {
        var plan = new ChunkPlan(Size, ChunkBytes, 3);
        var ticket = await session.Client.Posting.InitInboxUploadAsync(session.Token, plan, ApiSession.Stop);
        return new ThreeChunks(session, ticket, SandboxClips.OpenPadded(Size));
    }

    /// <summary>Asks TikTok what it holds, as an upload does.</summary>
    public UploadOptions Asking =>
        new()
        {
            AskUploadedBytes = token => _session.Client.Posting.GetUploadedBytesAsync(_session.Token, Ticket, token),
        };

    public Task<UploadResult> SendAsync(UploadOptions? options = null) =>
        _session.Client.Uploads.SendAsync(Ticket, Source, options, ApiSession.Stop);

    public void ShouldHaveArrived()
    {
        _video.Position = 0;
        _session
            .Sandbox.Official.Inbox.Drafts(DemoWorld.SunnyGarden)
            .ShouldHaveSingleItem()
            .Sha256.ShouldBe([Convert.ToHexStringLower(SHA256.HashData(_video))]);
    }

    public void Dispose() => _video.Dispose();
}
