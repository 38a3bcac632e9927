namespace Clipyard.Sandbox.Official.Posting;

/// <summary>What a creator finds in the inbox of the TikTok app.</summary>
/// <param name="Creator">Whose inbox.</param>
/// <param name="Time">When (UTC).</param>
/// <param name="Text">What it says.</param>
/// <param name="PublishId">The task it is about.</param>
public sealed record Notification(string Creator, DateTimeOffset Time, string Text, string PublishId);
