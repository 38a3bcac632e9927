using System.Globalization;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Changing;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>What whoever opens a link sees. No script, everything escaped.</summary>
internal static class LinkPages
{
    /// <summary>What would be sent, and the question.</summary>
    /// <param name="post">The post.</param>
    /// <param name="token">What stands in the address, for the files' own.</param>
    public static string Question(PostAnswer post, string token) =>
        PlainPage.Of(
            "Approve this post?",
            $"""
            {Previews(post, token)}
            <dl>
            {Facts(post)}
            </dl>
            <form method="post">
            <label for="reason">Why not (optional, for a rejection)</label>
            <textarea id="reason" name="reason" rows="2" maxlength="{PostApproval.LongestReason}"></textarea>
            {Consent(post)}
            <button name="decision" value="{LinkDecision.Approve}">Approve</button>
            <button name="decision" value="{LinkDecision.Reject}">Reject</button>
            </form>
            <p>This link works once. Nothing happens until you choose.</p>
            """
        );

    /// <summary>What was decided.</summary>
    public static string Decided(Post post) =>
        post.State == PostState.Rejected
            ? PlainPage.Of("Rejected", "<p>The post was rejected; it goes nowhere. You may close this page.</p>")
            : PlainPage.Of(
                "Approved",
                $"<p>The post was approved; it is {WordReader.NameOf(post.State)}. You may close this page.</p>"
            );

    /// <summary>Says why nothing was decided.</summary>
    public static string Failed(ClipyardException error)
    {
        var title =
            error.Failure == FailureCatalogue.NotFound ? "No such link"
            : error.Failure == FailureCatalogue.LinkExpired ? "This link works no more"
            : "Nothing was decided";
        var remedies = error.Remedies is { Count: > 0 } given ? given : [error.Failure.Remedy];
        return PlainPage.Of(
            title,
            $"""
            <p>{PlainPage.Text(error.Detail ?? error.Failure.Message)}</p>
            <ul>{string.Concat(remedies.Select(remedy => $"<li>{PlainPage.Text(remedy)}</li>"))}</ul>
            <p class="quiet">{PlainPage.Text(error.Code)}</p>
            """
        );
    }

    // TikTok's sharing guidelines ask for this sentence before the button that posts.
    private static string Consent(PostAnswer post)
    {
        if (post.Mode != PostMode.Direct)
        {
            return "";
        }

        var music = Policy("music-usage-confirmation", "Music Usage Confirmation");
        return post.Settings.BrandContentToggle
            ? $"<p>By posting, you agree to TikTok's {Policy("bc-policy", "Branded Content Policy")} and {music}.</p>"
            : $"<p>By posting, you agree to TikTok's {music}.</p>";
    }

    private static string Policy(string page, string name) =>
        $"""<a href="https://www.tiktok.com/legal/page/global/{page}/en" target="_blank" rel="noreferrer">{name}</a>""";

    private static string Previews(PostAnswer post, string token)
    {
        var previews = new StringBuilder();
        for (var position = 0; position < post.Files.Count; position++)
        {
            var source = PlainPage.Text($"{token}/files/{position}"); // beside this page, wherever it is
            previews.AppendLine(
                post.Kind == PostKind.Photos
                    ? $"""<img src="{source}" alt="Photo {position + 1} of {post.Files.Count}">"""
                    : $"""<video src="{source}" controls preload="metadata" playsinline></video>"""
            );
        }

        return previews.ToString();
    }

    private static string Facts(PostAnswer post)
    {
        var facts = new StringBuilder();
        Add(facts, "Account", AccountOf(post.Account));
        Add(
            facts,
            "What happens",
            post.Mode == PostMode.Direct
                ? "It is posted."
                : "It is sent to the creator's inbox as a draft, which the creator finishes in TikTok."
        );
        Add(facts, "Title", post.Title);
        Add(facts, post.Kind == PostKind.Photos ? "Description" : "Caption", post.Caption ?? "none");
        Add(facts, "When", WhenOf(post));
        if (post.Mode == PostMode.Direct)
        {
            AddSettings(facts, post.Settings, post.Kind);
        }

        Add(facts, "Files", string.Join('\n', post.Files.Select(Describe)));
        Add(facts, "Repaired", post.RepairNotes.Count > 0 ? string.Join('\n', post.RepairNotes) : null);
        return facts.ToString();
    }

    private static void AddSettings(StringBuilder facts, PostSettings settings, PostKind kind)
    {
        Add(facts, "Who can see it", AudienceOf(settings.PrivacyLevel));
        Add(facts, "Comments", settings.DisableComment ? "off" : "on");
        if (kind == PostKind.Photos)
        {
            Add(facts, "Music added by TikTok", YesNo(settings.AutoAddMusic));
            Add(facts, "Cover", Invariant($"photo {settings.PhotoCoverIndex + 1}"));
        }
        else
        {
            Add(facts, "Duets", settings.DisableDuet ? "off" : "on");
            Add(facts, "Stitches", settings.DisableStitch ? "off" : "on");
            Add(
                facts,
                "Cover",
                settings.VideoCoverTimestampMs is { } at ? Invariant($"at {at / 1000.0:0.###} s") : null
            );
        }

        Add(facts, "Paid partnership", YesNo(settings.BrandContentToggle));
        Add(facts, "Promotes your own brand", YesNo(settings.BrandOrganicToggle));
        Add(facts, "Labelled as made by AI", YesNo(settings.IsAigc));
    }

    private static string? AudienceOf(string? level) =>
        level switch
        {
            "PUBLIC_TO_EVERYONE" => $"everyone ({level})",
            "MUTUAL_FOLLOW_FRIENDS" => $"friends: followers whom the creator follows back ({level})",
            "FOLLOWER_OF_CREATOR" => $"followers ({level})",
            "SELF_ONLY" => $"only the creator ({level})",
            _ => level,
        };

    private static void Add(StringBuilder facts, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            facts.Append("<dt>").Append(PlainPage.Text(name)).Append("</dt><dd>");
            facts.Append(PlainPage.Text(value)).AppendLine("</dd>");
        }
    }

    private static string AccountOf(PostAccountAnswer account) =>
        (account.Nickname, account.Username) switch
        {
            (null, null) => account.Id.ToString(),
            (null, var username) => $"@{username}",
            (var name, null) => name,
            var (name, username) => $"{name} (@{username})",
        };

    private static string WhenOf(PostAnswer post) =>
        post.ScheduleTime is { } at
            ? Invariant($"{at:yyyy-MM-dd HH:mm zzz}") + (post.ScheduleZone is { } zone ? $" ({zone})" : "")
            : "as soon as it is approved";

    private static string Describe(PostFileAnswer file)
    {
        var facts = new List<string> { file.ContentType, Invariant($"{file.SizeBytes / 1e6:0.0} MB") };
        if (file.DurationMs is { } milliseconds)
        {
            var duration = TimeSpan.FromMilliseconds(milliseconds);
            facts.Add(Invariant($"{(int)duration.TotalMinutes}:{duration.Seconds:00}"));
        }

        if (file is { Width: { } width, Height: { } height })
        {
            facts.Add(Invariant($"{width} x {height}"));
        }

        return string.Join(", ", facts);
    }

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
