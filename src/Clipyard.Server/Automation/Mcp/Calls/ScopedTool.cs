using System.Collections.ObjectModel;
using System.Security.Claims;
using System.Text.Json;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Idempotency;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Automation.Mcp.Answers;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>What every tool does around its work: scope, arguments, answer, failures.</summary>
internal sealed partial class ScopedTool<TTool, TArguments, TAnswer>(
    ToolJson json,
    ILogger<ScopedTool<TTool, TArguments, TAnswer>> logger
) : McpServerTool
    where TTool : class, ITool<TArguments, TAnswer>
    where TArguments : class
    where TAnswer : class
{
    private static ToolAbout About => TTool.About;

    public override Tool ProtocolTool => field ??= Describe();

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var services =
            request.Services ?? throw new InvalidOperationException("A call has the services of its request.");
        try
        {
            var caller = request.User ?? new ClaimsPrincipal();
            ThrowIfNotAllowed(caller);
            var arguments = Read(request.Params?.Arguments);
            var call = new ToolCall(About.Name, caller, json.Write(arguments));
            var tool = services.GetRequiredService<TTool>();
            return Result(json.Write(await tool.RunAsync(arguments, call, cancellationToken)));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            var failure = Name(error);
            var context = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
            context?.Features.Set(new AnsweredFailure(failure.Code));
            return Result(json.Write(ToolFailure.Of(failure)), isError: true);
        }
    }

    private static void ThrowIfNotAllowed(ClaimsPrincipal caller)
    {
        var scopes = CallerIdentity.ScopesOf(caller);
        if (!scopes.Contains(About.Scope, StringComparer.Ordinal))
        {
            throw new ClipyardException(
                FailureCatalogue.Forbidden,
                $"{About.Name} needs the scope {About.Scope}. This key has {string.Join(", ", scopes)}."
            )
            {
                Remedies = [$"Make a key with the scope {About.Scope} (POST /api/keys) and use that."],
            };
        }
    }

    private TArguments Read(IDictionary<string, JsonElement>? given)
    {
        given ??= ReadOnlyDictionary<string, JsonElement>.Empty;
        ThrowIfMisnamed(given);
        try
        {
            return json.ReadArguments<TArguments>(given);
        }
        catch (JsonException error)
        {
            var path = error.Path?.TrimStart('$').TrimStart('.') ?? "";
            throw Invalid($"The argument '{Shown.Short(path)}' of {About.Name} has a wrong type or form.", error);
        }
    }

    private void ThrowIfMisnamed(IDictionary<string, JsonElement> given)
    {
        var schema = ProtocolTool.InputSchema;
        var known = schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ToList();
        if (given.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } unknown)
        {
            throw Invalid(
                $"{About.Name} has no argument '{Shown.Short(unknown)}'; it takes "
                    + $"{(known.Count == 0 ? "none" : string.Join(", ", known))}."
            );
        }

        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString() ?? "")
            : [];
        if (required.FirstOrDefault(name => !given.ContainsKey(name)) is { } missing)
        {
            throw Invalid($"The argument '{missing}' of {About.Name} is missing.");
        }
    }

    private static ClipyardException Invalid(string detail, Exception? cause = null) =>
        new(FailureCatalogue.InvalidParameter, detail, cause)
        {
            Remedies = ["Pass the arguments as the tool's input schema names them."],
        };

    // The text is for clients that know no structured content, and for the model: it is the same.
    private CallToolResult Result(JsonElement answer, bool isError = false) =>
        new()
        {
            Content = [new TextContentBlock { Text = json.Text(answer) }],
            StructuredContent = answer,
            IsError = isError,
        };

    private ClipyardException Name(Exception error)
    {
        switch (error)
        {
            case ClipyardException failure:
                return failure;

            case DbUpdateException lost when lost.Entries.Any(entry => entry.Entity is IdempotencyRecord):
                return IdempotencyMiddleware.StillRunning();

            default:
                LogUnexpected(About.Name, error);
                return new ClipyardException(FailureCatalogue.InternalError);
        }
    }

    private Tool Describe() =>
        new()
        {
            Name = About.Name,
            Title = About.Title,
            Description = About.Description,
            InputSchema = json.ArgumentsSchema(typeof(TArguments)),
            OutputSchema = json.AnswerSchema(typeof(TAnswer)),
            Annotations = new ToolAnnotations
            {
                Title = About.Title,
                ReadOnlyHint = About.IsReadOnly,
                DestructiveHint = About.IsDestructive,
                IdempotentHint = About.IsIdempotent,
                OpenWorldHint = About.IsOpenWorld,
            },
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "The tool {Tool} ended in a way that it should not have")]
    private partial void LogUnexpected(string tool, Exception error);
}
