using Clipyard.Failures;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>What became of a browser that TikTok sent back.</summary>
internal abstract record ConnectOutcome
{
    private ConnectOutcome() { }

    /// <summary>The account is connected.</summary>
    public sealed record Connected(TikTokAccount Account, string ReturnTo, bool AskedFirst) : ConnectOutcome;

    /// <summary>It is not, and why.</summary>
    public sealed record Failed(ClipyardException Error, string ReturnTo, bool AskedFirst) : ConnectOutcome;

    /// <summary>The person is to be asked whether they meant this.</summary>
    /// <param name="AttemptId">Which attempt.</param>
    /// <param name="Proof">What the question's form sends back.</param>
    /// <param name="OwnerName">Who would have the account here.</param>
    /// <param name="AccountName">Which TikTok account.</param>
    public sealed record Question(Guid AttemptId, string Proof, string OwnerName, string AccountName) : ConnectOutcome;
}
