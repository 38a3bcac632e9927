using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>A body of JSON from automations, which write <c>"true"</c> for true and leave nothing out (<see cref="LooseJson"/>).</summary>
/// <param name="Value">What it says.</param>
internal sealed record TolerantBody<T>(T Value)
    : IBindableFromHttpContext<TolerantBody<T>>,
        IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<TolerantBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("", StatusCodes.Status415UnsupportedMediaType);
        }

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var body = await request.ReadFromJsonAsync<JsonElement>(json, context.RequestAborted);
            return Read(body, json) is { } value ? new TolerantBody<T>(value) : throw Missing(parameter);
        }
        catch (JsonException fault)
        {
            throw new BadHttpRequestException(fault.Message, StatusCodes.Status400BadRequest, fault);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    // As it stands first: what is written properly costs nothing more, and its faults are told with their lines.
    private static T? Read(JsonElement body, JsonSerializerOptions json)
    {
        try
        {
            return body.Deserialize<T>(json);
        }
        catch (JsonException) when (LooseJson.Tighten(body, json.GetTypeInfo(typeof(T))) is { } tight)
        {
            return tight.Deserialize<T>(json);
        }
    }

    // In the framework's words for it, which are translated with all others.
    private static BadHttpRequestException Missing(ParameterInfo parameter) =>
        new($"Required parameter \"{typeof(T).Name} {parameter.Name}\" was not provided from body.");
}
