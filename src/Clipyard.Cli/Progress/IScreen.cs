namespace Clipyard.Cli.Progress;

/// <summary>Where a run shows itself. Thread-safe.</summary>
internal interface IScreen
{
    /// <summary>Runs work with the progress display up, if there is one.</summary>
    Task RunAsync(Func<Task> work);

    /// <summary>Writes a line on standard output.</summary>
    void Result(string line);

    /// <summary>Writes a line on standard error.</summary>
    void Notice(string line);

    /// <summary>Writes a line on standard error that is shown even when only results are wanted.</summary>
    void Failure(string line);

    /// <summary>Shows a transfer until it is disposed.</summary>
    ITransferDisplay Begin(string name);

    /// <summary>Shows how far the bytes of one thing are until it is disposed.</summary>
    IBytesDisplay BeginBytes(string title);
}
