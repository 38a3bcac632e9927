using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.N8n;

/// <summary>Says what a workflow's credentials lead to.</summary>
internal sealed class ConnectionTest(ClipyardDb db, IAccounts accounts)
{
    public async Task<ConnectionAnswer> RunAsync(CancellationToken cancellationToken)
    {
        var owner = db.Scope.Owner.Id;
        var name = await db
            .Users.Where(person => person.Id == owner)
            .Select(person => person.UserName)
            .SingleAsync(cancellationToken);
        var connected = await accounts.ListAsync(cancellationToken);
        return new ConnectionAnswer(
            Success: true,
            name ?? "",
            connected.Any(account => account.State == AccountState.Connected),
            [.. connected.Select(ConnectedAccountAnswer.Of)],
            typeof(ConnectionTest).Assembly.GetName().Version?.ToString(3) ?? "0"
        );
    }
}
