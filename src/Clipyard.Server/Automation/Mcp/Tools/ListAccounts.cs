using Clipyard.Server.Accounts;
using Clipyard.Server.Accounts.Answers;
using Clipyard.Server.Api;
using Clipyard.Server.Automation.Mcp.Calls;

namespace Clipyard.Server.Automation.Mcp.Tools;

/// <summary>The connected accounts, as <c>GET /api/tiktok/status</c> shows them.</summary>
internal sealed class ListAccounts(AccountListing listing) : ITool<NoArguments, StatusAnswer>
{
    public static ToolAbout About { get; } =
        new(
            "list_accounts",
            "List connected accounts",
            Scopes.Read,
            "Lists the connected TikTok accounts: account_id for make_post, whether each can be used, and what it lacks."
        )
        {
            IsReadOnly = true,
            IsIdempotent = true,
        };

    public Task<StatusAnswer> RunAsync(NoArguments arguments, ToolCall call, CancellationToken cancellationToken) =>
        listing.DescribeAsync(cancellationToken);
}
