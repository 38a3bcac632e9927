namespace Clipyard.CrashMatrix.Running;

/// <summary>A process that was asked something is not there any more.</summary>
internal sealed class ProcessEndedException(string message, Exception? inner = null) : Exception(message, inner);
