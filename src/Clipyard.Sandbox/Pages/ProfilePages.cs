using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;
using Clipyard.Sandbox.Media;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Pages;

/// <summary>The profile page and its API twin.</summary>
internal sealed class ProfilePages(SandboxWorld world, MediaAddresses addresses, PageHtml html)
{
    private const int NoSuchUser = 10202;
    private const int Private = 10222;

    private readonly CreatorJson _creators = new(world, addresses);

    public SegmentedBody Write(string username, DateTimeOffset now)
    {
        var creator = world.FindCreator(username);
        var scope = new JsonObject
        {
            ["seo.abtest"] = new JsonObject { ["canonical"] = $"https://www.tiktok.com/@{username}" },
        };
        if (creator is not { ProfileWithoutData: true })
        {
            scope["webapp.user-detail"] = Detail(creator, now);
        }

        return html.Universal(scope);
    }

    /// <summary>The answer of <c>/api/user/detail/</c>.</summary>
    public JsonObject Answer(SandboxCreator? creator, DateTimeOffset now)
    {
        var detail = Detail(creator, now);
        detail.Remove("needFix");
        detail["extra"] = new JsonObject
        {
            ["fatal_item_ids"] = new JsonArray(),
            ["now"] = now.ToUnixTimeMilliseconds(),
        };
        detail["log_pb"] = new JsonObject { ["impr_id"] = "SANDBOX" };
        detail["status_code"] = detail["statusCode"]!.DeepClone();
        detail["status_msg"] = "";
        return detail;
    }

    private JsonObject Detail(SandboxCreator? creator, DateTimeOffset now) =>
        creator switch
        {
            null => Without(NoSuchUser),
            // A private account still shows who it is; a banned one shows nothing.
            { StatusCode: 0 or Private } => _creators.UserDetail(creator, now),
            _ => Without(creator.StatusCode),
        };

    private static JsonObject Without(int statusCode) =>
        new()
        {
            ["userInfo"] = new JsonObject(),
            ["statusCode"] = statusCode,
            ["statusMsg"] = "",
            ["needFix"] = true,
        };
}
