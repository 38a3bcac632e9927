using System.Text.Json;
using System.Text.RegularExpressions;
using Clipyard.Failures;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Clipyard.Server.Api.Problems;

/// <summary>Says in the caller's words what the framework could not read.</summary>
internal static partial class BadRequest
{
    private const string NoBody = "The request needs a body, a JSON object.";

    public static ClipyardException Explain(HttpContext context, BadHttpRequestException bad) =>
        bad.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => Of(
                "The body is larger than this route takes.",
                "Send less in one request; Limits:BodyBytes raises the limit."
            ),
            StatusCodes.Status415UnsupportedMediaType => Of(
                ContentTypeDetail(context.Request),
                "Send JSON, with the header Content-Type: application/json, or what /docs shows for this route."
            ),
            StatusCodes.Status408RequestTimeout => Of("The body came too slowly.", "Send it again, faster."),
            _ when bad.InnerException is JsonException json => OfJson(json),
            _ => OfParameter(context, bad.Message),
        };

    private static ClipyardException Of(string detail, string remedy, string? parameter = null) =>
        new(FailureCatalogue.InvalidParameter, detail) { Parameter = parameter, Remedies = [remedy] };

    private static string ContentTypeDetail(HttpRequest request) =>
        request.ContentType is { Length: > 0 } type
            ? $"The content type '{Shown.Short(type)}' is not taken here."
            : "The body has no content type.";

    private static ClipyardException OfJson(JsonException error)
    {
        const string Remedy = "Correct the body; /docs shows an example of every request.";
        var member = Shown.Short(error.Path?.TrimStart('$').TrimStart('.') ?? "");
        var line = error.LineNumber is { } number ? $" (line {number + 1})" : "";
        return member.Length == 0
            ? Of($"The body is no valid JSON document of the expected form{line}.", Remedy)
            : Of($"The member '{member}' of the body has a wrong type or form{line}.", Remedy, member);
    }

    private static ClipyardException OfParameter(HttpContext context, string message)
    {
        const string Remedy = "Correct the named value; /docs lists every parameter.";
        if (FailedBinding().Match(message) is { Success: true } failed)
        {
            var name = WireName(context, failed.Groups["name"].Value);
            var value = Shown.Short(failed.Groups["value"].Value);
            return Of($"The parameter '{name}' cannot be '{value}'.", Remedy, name);
        }

        var missing = MissingParameter().Match(message);
        if (missing.Success && !missing.Groups["source"].Value.StartsWith("body", StringComparison.Ordinal))
        {
            var name = WireName(context, missing.Groups["name"].Value);
            return Of($"The parameter '{name}' is missing.", Remedy, name);
        }

        var isOfBody = missing.Success || message.StartsWith("Implicit body", StringComparison.Ordinal);
        return Of(isOfBody ? NoBody : "The request is malformed.", Remedy);
    }

    // The framework names the parameter as the code does; callers know the name in the address.
    private static string WireName(HttpContext context, string name)
    {
        // The exception handler has taken the endpoint off the request and kept it aside.
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var parameter = endpoint
            ?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .FirstOrDefault(metadata => metadata.ParameterInfo.Name == name)
            ?.ParameterInfo;
        var attributes = parameter?.GetCustomAttributes(inherit: true) ?? [];
        return attributes.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? attributes.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name
            ?? attributes.OfType<IFromHeaderMetadata>().FirstOrDefault()?.Name
            ?? name;
    }

    [GeneratedRegex(
        """^Failed to bind parameter "\S+ (?<name>\w+)" from "(?<value>.*)"\.$""",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex FailedBinding();

    [GeneratedRegex(
        """^Required parameter "\S+ (?<name>\w+)" was not provided from (?<source>.*)\.$""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MissingParameter();
}
