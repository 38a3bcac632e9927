namespace Clipyard.Server.Api;

/// <summary>One thing without which the server cannot do its work. <c>/ready</c> asks them all.</summary>
internal interface IReadinessCheck
{
    /// <summary>What is checked: <c>scheduler</c>.</summary>
    string Name { get; }

    /// <summary>Checks it, in a second or two at most.</summary>
    /// <returns>What is wrong, in a sentence; null when nothing is.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
