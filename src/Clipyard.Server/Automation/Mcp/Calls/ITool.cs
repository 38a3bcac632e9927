namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>One tool: made for each call, with the services of its request.</summary>
/// <typeparam name="TArguments">Its arguments; their schema is read off the type.</typeparam>
/// <typeparam name="TAnswer">What it answers, with the members that the HTTP interface answers.</typeparam>
internal interface ITool<in TArguments, TAnswer>
{
    /// <summary>What callers read of it.</summary>
    static abstract ToolAbout About { get; }

    /// <summary>Does it, for the owner of the call.</summary>
    /// <exception cref="Failures.ClipyardException">What came between; the caller is told as a tool's error.</exception>
    Task<TAnswer> RunAsync(TArguments arguments, ToolCall call, CancellationToken cancellationToken);
}
