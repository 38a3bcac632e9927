using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The hashtags and mentions of a caption, with UTF-16 offsets as TikTok counts them.</summary>
internal sealed partial class CaptionTags(SandboxWorld world)
{
    public JsonArray TextExtra(string caption)
    {
        var entries = new JsonArray();
        foreach (Match match in Tags().Matches(caption))
        {
            entries.Add((JsonNode)(match.Value[0] == '#' ? Hashtag(match) : Mention(match)));
        }

        return entries;
    }

    public JsonArray Challenges(string caption)
    {
        var challenges = new JsonArray();
        foreach (Match match in Tags().Matches(caption))
        {
            if (match.Value[0] == '#')
            {
                challenges.Add(
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = HashtagId(match.Value[1..]),
                            ["title"] = match.Value[1..],
                            ["desc"] = "",
                            ["profileLarger"] = "",
                            ["profileMedium"] = "",
                            ["profileThumb"] = "",
                            ["coverLarger"] = "",
                            ["coverMedium"] = "",
                            ["coverThumb"] = "",
                        }
                );
            }
        }

        return challenges;
    }

    private JsonObject Hashtag(Match match)
    {
        var name = match.Value[1..];
        return new JsonObject
        {
            ["awemeId"] = "",
            ["start"] = match.Index,
            ["end"] = match.Index + match.Length,
            ["hashtagId"] = HashtagId(name),
            // The list of challenges keeps the creator's capitals; textExtra does not.
            ["hashtagName"] = name.ToLowerInvariant(),
            ["type"] = 1,
            ["subType"] = 0,
            ["isCommerce"] = false,
        };
    }

    private JsonObject Mention(Match match)
    {
        var name = match.Value[1..];
        var creator = world.FindCreator(name);
        return new JsonObject
        {
            ["awemeId"] = "",
            ["start"] = match.Index,
            ["end"] = match.Index + match.Length,
            ["hashtagName"] = "",
            ["type"] = 0,
            ["subType"] = 0,
            ["userId"] = creator?.Id ?? "6781206617314018309",
            ["isCommerce"] = false,
            ["userUniqueId"] = name,
            ["secUid"] = creator?.SecUid ?? SecUids.For(name),
        };
    }

    private string HashtagId(string name) =>
        world.Sampler.Number("hashtag/" + name.ToUpperInvariant(), 1_000_000, 900_000_000).ToString();

    [GeneratedRegex(@"#[^\s#@]+|@[\w.]*\w", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
