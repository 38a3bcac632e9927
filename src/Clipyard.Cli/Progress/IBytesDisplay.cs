namespace Clipyard.Cli.Progress;

/// <summary>Shows how far the bytes of one thing are.</summary>
internal interface IBytesDisplay : IProgress<BytesProgress>, IDisposable;
