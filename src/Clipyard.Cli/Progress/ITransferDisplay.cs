using Clipyard.Downloads;

namespace Clipyard.Cli.Progress;

/// <summary>Shows one post's transfer.</summary>
internal interface ITransferDisplay : IProgress<TransferProgress>, IDisposable;
