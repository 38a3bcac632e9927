using System.Text.Json.Nodes;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Official.Creators;
using Clipyard.Sandbox.Official.OAuth;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Official.Reports;
using Clipyard.Sandbox.Official.Webhooks;
using Microsoft.AspNetCore.WebUtilities;

namespace Clipyard.Sandbox.Official;

/// <summary>The official half of a sandbox: apps, consents, drafts, posts made, webhooks. Safe to use while it serves.</summary>
public sealed class OfficialApi : IAsyncDisposable
{
    private readonly OfficialState _state;

    internal OfficialApi(OfficialState state, OfficialApplication application, bool demo)
    {
        _state = state;
        Application = application;
        Inbox = new CreatorInbox(state, application);
        Portal = new DeveloperPortal(state);
        Fill(demo);
    }

    /// <summary>How it behaves where TikTok is silent.</summary>
    public OfficialSettings Settings
    {
        get => _state.Settings;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _state.Settings = value;
            _state.Webhooks.Wake();
        }
    }

    /// <summary>The developers' side: apps, URL properties, test events.</summary>
    public DeveloperPortal Portal { get; }

    /// <summary>The creators' side: drafts, notifications, connected apps.</summary>
    public CreatorInbox Inbox { get; }

    /// <summary>What clients did that TikTok would refuse, or that only worked by luck.</summary>
    public ConformanceReport Report => _state.Report;

    /// <summary>Every post made so far, oldest first; a copy.</summary>
    public IReadOnlyList<PublishedPost> Published => Locked(() => _state.Published.ToList());

    /// <summary>Every publishing task, oldest first; a copy.</summary>
    public IReadOnlyList<PublishTaskInfo> Tasks => Locked(() => _state.Tasks.Select(PublishTaskInfo.Of).ToList());

    /// <summary>Every event for an app with a webhook address, oldest first; a copy.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries => Locked(() => _state.Webhooks.All.ToList());

    internal OfficialApplication Application { get; }

    /// <summary>How many posts were made of a file with this SHA-256 (hexadecimal).</summary>
    public int CountPosts(string sha256) =>
        Published.Count(post => post.Sha256.Contains(sha256, StringComparer.OrdinalIgnoreCase));

    /// <summary>Answers a consent request as a creator, without a browser.</summary>
    /// <param name="authorizeAddress">The address that the app sends the browser to.</param>
    /// <param name="creator">Who answers.</param>
    /// <param name="scopes">What is allowed; null for all that is asked, none to decline.</param>
    /// <returns>Where the browser goes: the app's callback, or TikTok's error page.</returns>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public Uri Consent(Uri authorizeAddress, string creator, IReadOnlyList<string>? scopes = null)
    {
        ArgumentNullException.ThrowIfNull(authorizeAddress);
        var (request, location, _) = Application.Rules.Judge(
            new QueryCollection(QueryHelpers.ParseQuery(authorizeAddress.Query))
        );
        if (request is null)
        {
            return new Uri(new Uri("https://www.tiktok.com/"), location);
        }

        var account =
            _state.World.FindCreator(creator)
            ?? throw new ArgumentException($"There is no account '{creator}'.", nameof(creator));
        return new Uri(Application.Consents.Approve(request, account, scopes ?? request.Scopes));
    }

    /// <summary>Connects an account at once, for tests that are about something else.</summary>
    /// <exception cref="ArgumentException">There is no such account or app.</exception>
    public IssuedTokens Connect(string creator, string clientKey = DemoApps.AuditedKey, params string[] scopes)
    {
        var account =
            _state.World.FindCreator(creator)
            ?? throw new ArgumentException($"There is no account '{creator}'.", nameof(creator));
        var app =
            _state.FindApp(clientKey)
            ?? throw new ArgumentException($"There is no app '{clientKey}'.", nameof(clientKey));
        return Locked(() =>
        {
            var granted = scopes is { Length: > 0 } ? scopes : app.Scopes;
            var grant = _state.Tokens.AddGrant(clientKey, account.Username, granted, _state.Clock.Now);
            return _state.Tokens.Issue(grant, _state.Settings, _state.Clock.Now);
        });
    }

    /// <summary>Changes who can see a post that was made here, as its creator would.</summary>
    /// <returns>Whether there is such a post.</returns>
    public bool SetVisibility(string postId, PostVisibility visibility) =>
        Locked(() =>
        {
            if (_state.Published.Find(post => post.PostId == postId) is not { } made)
            {
                return false;
            }

            Change(_state.FindTask(made.PublishId), postId, visibility);
            return true;
        });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        _state.Dispose();
    }

    internal void Reset(bool demo)
    {
        _state.Clear();
        Application.Clear();
        Fill(demo);
    }

    private void Fill(bool demo)
    {
        foreach (var app in demo ? DemoApps.All : [])
        {
            _state.PutApp(app);
        }
    }

    private void Change(PublishTask? task, string postId, PostVisibility visibility)
    {
        if (visibility == PostVisibility.Public)
        {
            Application.Maker.Release(postId);
            if (task is not null)
            {
                Application.Publisher.Reveal(task, postId);
            }

            return;
        }

        if (visibility == PostVisibility.Deleted)
        {
            _state.World.RemovePost(postId);
        }
        else
        {
            Application.Maker.Hide(postId);
        }

        if (task is not null)
        {
            Application.Publisher.Withdraw(task, postId);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_state.Gate)
        {
            Application.Publisher.Settle();
            return read();
        }
    }
}
