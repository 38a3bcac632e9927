namespace Clipyard.Server.Tests.Publishing;

/// <summary>A video on somebody's web server.</summary>
internal sealed record TestVideo(string Address, byte[] Bytes, string Sha256);
