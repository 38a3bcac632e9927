using Microsoft.Extensions.Options;

namespace Clipyard.Server.Observability;

internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        if (string.IsNullOrEmpty(options.Endpoint))
        {
            return ValidateOptionsResult.Success;
        }

        if (
            !Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint)
            || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps)
        )
        {
            return ValidateOptionsResult.Fail(
                $"Telemetry:Endpoint: '{options.Endpoint}' must be a collector's address, such as http://127.0.0.1:4318."
            );
        }

        if (options.Protocol is not (null or "" or TelemetryOptions.Grpc or TelemetryOptions.HttpProtobuf))
        {
            return ValidateOptionsResult.Fail(
                $"Telemetry:Protocol: '{options.Protocol}' must be grpc or http/protobuf."
            );
        }

        return options.Interval >= TimeSpan.FromMilliseconds(100) && options.Interval <= TimeSpan.FromHours(1)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Telemetry:Interval must be from 00:00:00.1 to 01:00:00.");
    }
}
