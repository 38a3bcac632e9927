namespace Clipyard.Browser.Tests.Browsing;

/// <summary>A journey went wrong; says where the picture is.</summary>
public sealed class JourneyException(string message, Exception inner) : Exception(message, inner);
