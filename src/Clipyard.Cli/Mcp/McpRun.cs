using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Clipyard.Cli.Progress;
using Clipyard.Failures;

namespace Clipyard.Cli.Mcp;

/// <summary>Passes messages on: lines of standard input to the server, what it answers to standard output.</summary>
internal sealed class McpRun
{
    // Longer than any tool takes: what takes time is a job.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CliSession _session;
    private readonly McpLink _link;
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _asked = new(StringComparer.Ordinal);
    private string? _said;

    private McpRun(CliSession session, McpLink link)
    {
        _session = session;
        _link = link;
    }

    public static async Task RunAsync(CliSession session, CancellationToken cancellationToken)
    {
        using var link = McpLink.Open(session);
        try
        {
            await new McpRun(session, link).PassOnAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // How its users stop it, as much as the end of its input.
            session.Host.EndInOrder();
        }
    }

    private async Task PassOnAsync(CancellationToken cancellationToken)
    {
        using var input = new StreamReader(_session.Host.OpenInput(), Encoding.UTF8);
        List<Task> open = [];
        // Reading a terminal or a pipe cannot be cancelled; leaving it can.
        while (await input.ReadLineAsync(cancellationToken).AsTask().WaitAsync(cancellationToken) is { } line)
        {
            open.RemoveAll(task => task.IsCompleted);
            if (line.Length > 0)
            {
                open.Add(TakeAsync(line, cancellationToken));
            }
        }

        await Task.WhenAll(open).WaitAsync(cancellationToken);
    }

    private async Task TakeAsync(string line, CancellationToken cancellationToken)
    {
        McpMessage message;
        try
        {
            message = McpMessage.Read(line);
        }
        catch (JsonException error)
        {
            _session.Screen.Result(McpErrors.Of(-32700, $"The line is no JSON: {error.Message}"));
            return;
        }
        catch (FormatException error)
        {
            _session.Screen.Result(McpErrors.Of(-32600, error.Message));
            return;
        }

        if (message.CancelledId is { } id)
        {
            Cancel(id);
        }
        else
        {
            await AnswerAsync(message, cancellationToken);
        }
    }

    /// <summary>To the server a request is cancelled by hanging up: it keeps nothing between two of them.</summary>
    private void Cancel(string id)
    {
        if (_asked.TryGetValue(id, out var asked))
        {
            asked.Cancel();
        }
    }

    private async Task AnswerAsync(McpMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, _session.Host.Time);
        var cancelled = new CancellationTokenSource(); // has nothing to dispose of, and may be cancelled at any time
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancelled.Token,
            cancellationToken
        );
        var isKnown = message.IsRequest && _asked.TryAdd(message.Id ?? "", cancelled);
        try
        {
            await AskAsync(message, either.Token);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // Whoever asked does not want to know any more.
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Refuse(message, timeout.IsCancellationRequested ? Late(error) : Name(error));
        }
        finally
        {
            if (isKnown)
            {
                _asked.TryRemove(message.Id ?? "", out _);
            }
        }
    }

    private async Task AskAsync(McpMessage message, CancellationToken cancellationToken)
    {
        var isAnswered = !message.IsRequest;
        await foreach (var said in _link.SendAsync(message, cancellationToken))
        {
            if (message.Method == "initialize" && said.SettledVersion is { } version)
            {
                _link.Settle(version);
            }

            isAnswered |= said.IsAnswer;
            _session.Screen.Result(said.Text);
        }

        if (!isAnswered)
        {
            throw new ClipyardException(FailureCatalogue.NetworkError, "The server hung up before it answered.");
        }
    }

    private void Refuse(McpMessage message, ClipyardException failure)
    {
        if (message.Id is { } id && message.IsRequest)
        {
            _session.Screen.Result(McpErrors.Of(id, failure));
        }

        // A client that keeps asking makes the same fault each time; it is told once.
        var line = Printable.Line(
            $"clipyard: {failure.Message} {(failure.Remedies is [var remedy, ..] ? remedy : "")}"
        );
        if (Interlocked.Exchange(ref _said, line) != line)
        {
            _session.Screen.Notice(line);
        }
    }

    private static ClipyardException Late(Exception error) =>
        new(FailureCatalogue.NetworkError, $"There was no answer within {Patience.TotalSeconds:0} s.", error);

    private static ClipyardException Name(Exception error) =>
        error is HttpRequestException or IOException
            ? new ClipyardException(FailureCatalogue.NetworkError, error.Message, error)
            {
                Remedies =
                [
                    "Check that the server runs and that --server is right; `clipyard doctor --server` tests it.",
                ],
            }
            : FailureText.Name(error);
}
