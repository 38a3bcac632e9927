namespace Clipyard.Server.Api.Limits;

/// <summary>What a caller has left.</summary>
/// <param name="IsGranted">Whether this request goes through.</param>
/// <param name="Left">Requests that would go through now.</param>
/// <param name="UntilFull">When all of them are there again.</param>
/// <param name="RetryAfter">When a refused request would go through.</param>
internal sealed record RequestAllowance(bool IsGranted, int Left, TimeSpan UntilFull, TimeSpan RetryAfter);
