using System.Net;
using System.Text;
using Clipyard.Sandbox.Official.Creators;
using Clipyard.Sandbox.Official.Posting;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Control;

/// <summary>What a creator sees in the TikTok app: drafts to finish, notifications, posts, connected apps.</summary>
internal static class InboxPage
{
    public static string Write(SandboxServer server, SandboxCreator creator)
    {
        var inbox = server.Official.Inbox;
        var page = new StringBuilder();
        page.Append(
            null,
            $"<h1>{Text(creator.Nickname)}</h1><p class=\"quiet\">@{Text(creator.Username)} in the Clipyard sandbox · {(creator.Private ? "private" : "public")} account · <a href=\"/_sandbox/\">control</a></p>"
        );
        Section(page, "Drafts", "No drafts are waiting.", inbox.Drafts(creator.Username), task => Draft(creator, task));
        Section(
            page,
            "Notifications",
            "None yet.",
            inbox.Notifications(creator.Username).Reverse(),
            note => $"<li>{Text(note.Text)}<small>{note.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC</small></li>"
        );
        Section(
            page,
            "Posted through apps",
            "Nothing yet.",
            server.Official.Published.Where(post => Is(post.Creator, creator.Username)).Reverse(),
            Post
        );
        Section(page, "Connected apps", "No app is connected.", inbox.Apps(creator.Username), App);
        return PageFrame.Write($"Inbox of {creator.Nickname}", page.ToString());
    }

    private static void Section<T>(
        StringBuilder page,
        string title,
        string empty,
        IEnumerable<T> items,
        Func<T, string> write
    )
    {
        var parts = items.Select(write).ToList();
        page.Append(null, $"<h2>{title}</h2>");
        if (parts.Count == 0)
        {
            page.Append(null, $"<p class=\"card quiet\">{empty}</p>");
            return;
        }

        var list = parts[0].StartsWith("<li", StringComparison.Ordinal);
        page.Append(list ? "<ul class=\"plain card\">" : "").AppendJoin('\n', parts).Append(list ? "</ul>" : "");
    }

    private static string Draft(SandboxCreator creator, PublishTaskInfo task)
    {
        var address = $"/_sandbox/files/{Uri.EscapeDataString(task.PublishId)}";
        var preview = task.IsPhoto
            ? $"<img src=\"{address}/0\" alt=\"First of {task.Sha256.Count} photos\">"
            : $"<video controls preload=\"metadata\" src=\"{address}/0\"></video>";
        var levels = new StringBuilder();
        foreach (var level in PrivacyLevels.For(creator))
        {
            levels.Append(null, $"<option value=\"{level}\">{Meaning(level)}</option>");
        }

        return $"""
            <form class="card draft" method="post">
            <div>{preview}</div>
            <div><input type="hidden" name="draft" value="{Text(task.PublishId)}">
            <p class="quiet">From {Text(task.ClientKey)} · <code>{Text(task.PublishId)}</code></p>
            <label class="field">Caption<textarea name="caption" rows="3">{Text(task.Wish.Caption)}</textarea></label>
            <label class="field">Who can see it<select name="privacy_level">{levels}</select></label>
            <div class="actions"><button name="do" value="discard" class="plain">Discard</button><button name="do" value="post">Post</button></div>
            </div></form>
            """;
    }

    private static string Post(PublishedPost post)
    {
        var kind = post.IsPhoto ? "photo" : "video";
        var caption = post.Wish.Caption is { Length: > 0 } text ? text : "(no caption)";
        return $"<li>{Text(caption)}<small>{Meaning(post.Wish.PrivacyLevel)} · {post.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC · <a href=\"/@{Text(post.Creator)}/{kind}/{post.PostId}\">{post.PostId}</a></small></li>";
    }

    private static string App(ConnectedApp app) =>
        $"""
            <li><form method="post" class="row"><span>{Text(app.Name)}<small>{Text(
                string.Join(", ", app.Scopes)
            )}</small></span>
            <input type="hidden" name="app" value="{Text(
                app.ClientKey
            )}"><button name="do" value="disconnect" class="plain small">Remove access</button></form></li>
            """;

    private static string Meaning(string? level) =>
        level switch
        {
            PrivacyLevels.Public => "Everyone",
            PrivacyLevels.Friends => "Friends",
            PrivacyLevels.Followers => "Followers",
            _ => "Only you",
        };

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
