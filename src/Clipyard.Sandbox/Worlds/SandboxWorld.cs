using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Clipyard.Sandbox.Media;

namespace Clipyard.Sandbox.Worlds;

/// <summary>The accounts, posts and short links that the sandbox pretends to hold. Safe to change while it serves.</summary>
public sealed class SandboxWorld
{
    private readonly ConcurrentDictionary<string, SandboxCreator> _creators = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SandboxPost> _posts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PostFiles> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MediaAsset> _avatars = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, MediaAsset> _assets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SandboxShortLink> _shortLinks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SandboxPost[]> _lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly PostFilesBuilder _builder;
    private readonly Lock _changing = new();
    private int _version;

    internal SandboxWorld(Sampler sampler)
    {
        Sampler = sampler;
        _builder = new PostFilesBuilder(sampler, Shelf);
    }

    /// <summary>All accounts, in no particular order.</summary>
    public IReadOnlyCollection<SandboxCreator> Creators => [.. _creators.Values];

    /// <summary>All posts, in no particular order.</summary>
    public IReadOnlyCollection<SandboxPost> Posts => [.. _posts.Values];

    /// <summary>All short links, in no particular order.</summary>
    public IReadOnlyCollection<SandboxShortLink> ShortLinks => [.. _shortLinks.Values];

    internal Sampler Sampler { get; }

    /// <summary>The clips that posts are made of.</summary>
    internal ClipShelf Shelf { get; } = new();

    /// <summary>Counts changes, so that built pages can be kept in between.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>The account of that name (any letter case), or null.</summary>
    public SandboxCreator? FindCreator(string? username) =>
        username is not null && _creators.TryGetValue(username, out var creator) ? creator : null;

    /// <summary>The account of that secUid, or null.</summary>
    public SandboxCreator? FindCreatorBySecUid(string? secUid) =>
        _creators.Values.FirstOrDefault(creator => string.Equals(creator.SecUid, secUid, StringComparison.Ordinal));

    /// <summary>The post of that id, or null.</summary>
    public SandboxPost? FindPost(string? id) => id is not null && _posts.TryGetValue(id, out var post) ? post : null;

    /// <summary>The posts that a creator's list shows, newest first: those with a page and without a login wall.</summary>
    public IReadOnlyList<SandboxPost> PostsOf(string username) =>
        _lists.GetOrAdd(
            username,
            name =>
                [
                    .. _posts
                        .Values.Where(post => string.Equals(post.Creator, name, StringComparison.OrdinalIgnoreCase))
                        .Where(IsListed)
                        .OrderByDescending(post => post.CreatedAt)
                        .ThenByDescending(post => post.Id, StringComparer.Ordinal),
                ]
        );

    /// <summary>Adds an account, or replaces the one of that name.</summary>
    /// <exception cref="ArgumentException">The avatar is not in the clip library.</exception>
    public void AddCreator(SandboxCreator creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        lock (_changing)
        {
            if (creator.Avatar is { } clip)
            {
                var avatar = _builder.Avatar(creator, clip);
                _avatars[creator.Username] = avatar;
                _assets[avatar.Token] = avatar;
            }

            _creators[creator.Username] = creator;
            Changed();
        }
    }

    /// <summary>Removes an account and its posts without a trace.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemoveCreator(string username)
    {
        lock (_changing)
        {
            var own = _posts.Values.Where(post =>
                string.Equals(post.Creator, username, StringComparison.OrdinalIgnoreCase)
            );
            foreach (var post in own.ToList())
            {
                RemovePost(post.Id);
            }

            if (_avatars.TryRemove(username, out var avatar))
            {
                _assets.TryRemove(avatar.Token, out _);
            }

            var removed = _creators.TryRemove(username, out _);
            Changed();
            return removed;
        }
    }

    /// <summary>Adds a post, or replaces the one of that id.</summary>
    /// <exception cref="ArgumentException">
    /// A file that is not in the clip library, an id that is no number, or a wanted size below the clip's.
    /// </exception>
    public void AddPost(SandboxPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        if (!ulong.TryParse(post.Id, out _))
        {
            throw new ArgumentException($"'{post.Id}' is no post id: it must be decimal digits.", nameof(post));
        }

        var files = _builder.Build(post);
        lock (_changing)
        {
            RemoveFiles(post.Id);
            foreach (var asset in files.All)
            {
                _assets[asset.Token] = asset;
            }

            _files[post.Id] = files;
            _posts[post.Id] = post;
            Changed();
        }
    }

    /// <summary>Changes a post.</summary>
    /// <returns>The changed post; null when there is none of that id.</returns>
    public SandboxPost? ChangePost(string id, Func<SandboxPost, SandboxPost> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_changing)
        {
            if (FindPost(id) is not { } post)
            {
                return null;
            }

            var changed = change(post) with { Id = id };
            AddPost(changed);
            return changed;
        }
    }

    /// <summary>Removes a post without a trace, as if it had never existed.</summary>
    /// <returns>Whether there was one.</returns>
    public bool RemovePost(string id)
    {
        lock (_changing)
        {
            RemoveFiles(id);
            var removed = _posts.TryRemove(id, out _);
            Changed();
            return removed;
        }
    }

    /// <summary>Adds a short link, or replaces the one of that code.</summary>
    public void AddShortLink(SandboxShortLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        _shortLinks[link.Code] = link;
    }

    /// <summary>The short link of that code, or null.</summary>
    public SandboxShortLink? FindShortLink(string? code) =>
        code is not null && _shortLinks.TryGetValue(code, out var link) ? link : null;

    internal void Clear()
    {
        lock (_changing)
        {
            _creators.Clear();
            _posts.Clear();
            _files.Clear();
            _avatars.Clear();
            _assets.Clear();
            _shortLinks.Clear();
            Shelf.Clear();
            Changed();
        }
    }

    internal PostFiles FilesOf(SandboxPost post) =>
        _files.TryGetValue(post.Id, out var files) ? files : _builder.Build(post);

    internal MediaAsset? AvatarOf(SandboxCreator creator) => _avatars.GetValueOrDefault(creator.Username);

    internal bool TryGetAsset(string? token, [NotNullWhen(true)] out MediaAsset? asset)
    {
        asset = null;
        return token is not null && _assets.TryGetValue(token, out asset);
    }

    private static bool IsListed(SandboxPost post) => post is { StatusCode: 0, HttpStatus: 200, LoginWall: false };

    private void Changed()
    {
        _lists.Clear();
        Interlocked.Increment(ref _version);
    }

    private void RemoveFiles(string id)
    {
        if (!_files.TryRemove(id, out var old))
        {
            return;
        }

        foreach (var asset in old.All)
        {
            _assets.TryRemove(asset.Token, out _);
        }
    }
}
