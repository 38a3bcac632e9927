using Clipyard.Downloads;
using Spectre.Console;

namespace Clipyard.Cli.Progress;

/// <summary>Bars on a terminal, on standard error; they are gone when the work is done.</summary>
internal sealed class LiveScreen(CliHost host, IAnsiConsole console) : IScreen
{
    private readonly Lock _lock = new();
    private ProgressContext? _context;

    public async Task RunAsync(Func<Task> work) =>
        await console
            .Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                _context = context;
                await work();
            });

    public void Result(string line)
    {
        lock (_lock)
        {
            if (host.OutIsTerminal)
            {
                // The same terminal shows the bars: only their owner can write above them.
                Write(line);
            }
            else
            {
                host.Out.WriteLine(line);
            }
        }
    }

    public void Notice(string line)
    {
        lock (_lock)
        {
            Write(line);
        }
    }

    public void Failure(string line) => Notice(line);

    /// <summary>As it is: text of Spectre's would be folded at the terminal's width, and no path or JSON survives that.</summary>
    private void Write(string line) => console.Write(new ControlCode(line + "\n"));

    public ITransferDisplay Begin(string name) => new Transfer(_context, name);

    public IBytesDisplay BeginBytes(string title) => new BytesDisplay(_context, title);

    private sealed class BytesDisplay(ProgressContext? context, string title) : IBytesDisplay
    {
        private readonly Lock _lock = new();
        private readonly ProgressTask _bar =
            context?.AddTask(Markup.Escape(title)) ?? new ProgressTask(0, Markup.Escape(title), 1);

        public void Report(BytesProgress value)
        {
            lock (_lock)
            {
                _bar.IsIndeterminate = value.TotalBytes is null;
                _bar.MaxValue = value.TotalBytes ?? Math.Max(value.Bytes, 1);
                _bar.Value = value.Bytes;
            }
        }

        public void Dispose()
        {
            lock (_lock)
            {
                _bar.StopTask();
            }
        }
    }

    private sealed class Transfer(ProgressContext? context, string name) : ITransferDisplay
    {
        private readonly Dictionary<MediaPart, ProgressTask> _files = [];

        public void Report(TransferProgress value)
        {
            lock (_files)
            {
                if (!_files.TryGetValue(value.Part, out var bar))
                {
                    var title = Markup.Escape($"{name}.{value.Part.Extension}");
                    _files[value.Part] = bar = context?.AddTask(title) ?? new ProgressTask(0, title, 1);
                }

                bar.IsIndeterminate = value.TotalBytes is null;
                bar.MaxValue = value.TotalBytes ?? Math.Max(value.Bytes, 1);
                bar.Value = value.Bytes;
            }
        }

        public void Dispose()
        {
            lock (_files)
            {
                foreach (var bar in _files.Values)
                {
                    bar.StopTask();
                }
            }
        }
    }
}
