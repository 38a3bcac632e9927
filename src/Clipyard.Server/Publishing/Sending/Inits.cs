using Clipyard.Server.Accounts;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Sends the one init of an attempt.</summary>
internal sealed class Inits(IAccounts accounts, IPublicAddress address, UploadAddresses addresses)
{
    /// <exception cref="TikTokApiException">TikTok refused it, or its answer was lost.</exception>
    public Task<InitAnswer> SendAsync(
        Post post,
        ConnectedAccount account,
        IReadOnlyList<PostFile> files,
        PullToken? pull,
        CancellationToken cancellationToken
    ) =>
        accounts.CallAsync(
            account.Id,
            post.Mode == PostMode.Direct ? TikTokScopes.VideoPublish : TikTokScopes.VideoUpload,
            (client, token, stop) =>
                pull is null
                    ? UploadAsync(client.Posting, token, post, files[0], stop)
                    : PullAsync(client.Posting, token, post, files, pull, stop),
            cancellationToken
        );

    private async Task<InitAnswer> UploadAsync(
        PostingClient posting,
        AccessToken token,
        Post post,
        PostFile file,
        CancellationToken cancellationToken
    )
    {
        var plan = ChunkPlan.For(file.Bytes);
        var ticket =
            post.Mode == PostMode.Direct
                ? await posting.InitDirectUploadAsync(token, VideoOf(post), plan, cancellationToken)
                : await posting.InitInboxUploadAsync(token, plan, cancellationToken);
        return new InitAnswer(ticket.PublishId.Value, addresses.Protect(ticket.Address));
    }

    private async Task<InitAnswer> PullAsync(
        PostingClient posting,
        AccessToken token,
        Post post,
        IReadOnlyList<PostFile> files,
        PullToken pull,
        CancellationToken cancellationToken
    )
    {
        var id = (post.Kind, post.Mode) switch
        {
            (PostKind.Photos, _) => await posting.InitPhotosAsync(
                token,
                PhotosOf(post, files, pull),
                cancellationToken
            ),
            (_, PostMode.Direct) => await posting.InitDirectPullAsync(
                token,
                VideoOf(post),
                AddressOf(files[0], pull),
                cancellationToken
            ),
            _ => await posting.InitInboxPullAsync(token, AddressOf(files[0], pull), cancellationToken),
        };
        return new InitAnswer(id.Value, ProtectedAddress: null);
    }

    private Uri AddressOf(PostFile file, PullToken pull) =>
        new(address.Absolute($"/pull/{pull.Text}/{file.Position}{Path.GetExtension(file.Object)}"));

    private static VideoPost VideoOf(Post post) =>
        new()
        {
            PrivacyLevel = new PrivacyLevel(post.Settings.PrivacyLevel ?? ""),
            Caption = post.Caption,
            DisableComment = post.Settings.DisableComment,
            DisableDuet = post.Settings.DisableDuet,
            DisableStitch = post.Settings.DisableStitch,
            CoverAt = post.Settings.VideoCoverTimestampMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
            IsBrandedContent = post.Settings.BrandContentToggle,
            IsBrandOrganic = post.Settings.BrandOrganicToggle,
            IsAiGenerated = post.Settings.IsAigc,
        };

    private PhotoPost PhotosOf(Post post, IReadOnlyList<PostFile> files, PullToken pull) =>
        new()
        {
            Photos = [.. files.Select(file => AddressOf(file, pull))],
            CoverIndex = post.Settings.PhotoCoverIndex,
            Title = post.PhotoTitle,
            Description = post.Caption,
            PrivacyLevel = post.Mode == PostMode.Direct ? new PrivacyLevel(post.Settings.PrivacyLevel ?? "") : null,
            DisableComment = post.Settings.DisableComment,
            AddMusic = post.Settings.AutoAddMusic,
            IsBrandedContent = post.Settings.BrandContentToggle,
            IsBrandOrganic = post.Settings.BrandOrganicToggle,
        };
}
