using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Clipyard.Server.Observability;

/// <summary>Sends traces and metrics to an OpenTelemetry collector while the server runs, when one is configured.</summary>
internal sealed class TelemetryExport(IOptions<TelemetryOptions> options, ServerFigures figures, TimeProvider time)
    : BackgroundService
{
    private const int HttpPort = 4318;

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(options.Value.Endpoint))
        {
            return Task.CompletedTask;
        }

        var endpoint = new Uri(options.Value.Endpoint);
        var resource = ResourceBuilder.CreateDefault().AddService("clipyard");
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Clipyard*")
            .AddProcessor(new SecretFreeSpans())
            .AddOtlpExporter(exporter => Configure(exporter, endpoint, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Clipyard*")
            .AddOtlpExporter(
                (exporter, reader) =>
                {
                    Configure(exporter, endpoint, "v1/metrics");
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)
                        options.Value.Interval.TotalMilliseconds;
                }
            )
            .Build();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        base.Dispose();
    }

    // The exporter's own timer asks the gauges; they show what was last read.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        do
        {
            await figures.RefreshAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Configure(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        var isHttp = options.Value.Protocol is { Length: > 0 } protocol
            ? protocol == TelemetryOptions.HttpProtobuf
            : endpoint.Port == HttpPort;
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp ? new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path) : endpoint;
    }
}
