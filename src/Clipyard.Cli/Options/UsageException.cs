namespace Clipyard.Cli.Options;

/// <summary>The command line, the environment or the configuration file is wrong; the message says what to write.</summary>
internal sealed class UsageException(string message) : Exception(message);
