namespace Clipyard.Cli.Serving;

/// <summary>How one gets into a demo. Kept beside its data, so that every start can print it again; a demo only.</summary>
internal sealed record DemoSignIn(string Name, string Password, string ApiKey);
