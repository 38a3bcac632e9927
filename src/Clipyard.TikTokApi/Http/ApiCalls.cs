using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Clipyard.TikTokApi.Json;
using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.Logging;

namespace Clipyard.TikTokApi.Http;

/// <summary>Calls of the API: sent, timed, tried again where that does no harm, refusals named.</summary>
internal sealed partial class ApiCalls(
    ApiTransport transport,
    TikTokApiOptions options,
    ILogger logger,
    TimeProvider time
)
{
    private const string PostingContentType = "application/json; charset=UTF-8";

    /// <summary>The largest answers, pages of twenty videos, have some 40 KB.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly Uri Origin = new("https://open.tiktokapis.com");

    /// <summary>A call with a JSON body, in the form that the posting endpoints document.</summary>
    public Task<ApiReply> PostAsync<T>(
        string path,
        AccessToken token,
        T body,
        JsonTypeInfo<T> type,
        bool mayRepeat,
        CancellationToken cancellationToken,
        string contentType = PostingContentType
    ) =>
        SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                Token = token,
                Body = JsonSerializer.SerializeToUtf8Bytes(body, type),
                ContentType = contentType,
                MayRepeat = mayRepeat,
                Secrets = [token.Value],
            },
            cancellationToken
        );

    /// <summary>A call without a body.</summary>
    public Task<ApiReply> SendAsync(
        HttpMethod method,
        string path,
        AccessToken token,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            new ApiRequest
            {
                Method = method,
                Path = path,
                Token = token,
                MayRepeat = true,
                Secrets = [token.Value],
            },
            cancellationToken
        );

    /// <summary>A form of the OAuth endpoints: never sent twice, since codes and refresh tokens are used up.</summary>
    public Task<ApiReply> PostFormAsync(
        string path,
        IReadOnlyList<(string Name, string Value)> form,
        CancellationToken cancellationToken
    )
    {
        var text = string.Join(
            '&',
            form.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")
        );
        return SendAsync(
            new ApiRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                Body = Encoding.ASCII.GetBytes(text),
                // Without a charset: TikTok was seen to refuse one here.
                ContentType = "application/x-www-form-urlencoded",
                Secrets = [.. form.Where(IsSecret).Select(field => field.Value)],
            },
            cancellationToken
        );
    }

    private static bool IsSecret((string Name, string Value) field) =>
        field.Name is "client_secret" or "code" or "code_verifier" or "refresh_token" or "token";

    private async Task<ApiReply> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        request.MayRepeat
            ? await transport.Retries.ExecuteAsync(
                async token => await SendOnceAsync(request, token),
                cancellationToken
            )
            : await SendOnceAsync(request, cancellationToken);

    private async Task<ApiReply> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var uri = new Uri(Origin, request.Path);
        using var message = request.ToMessage(uri);
        using var timeout = new CancellationTokenSource(options.RequestTimeout, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await transport.SendAsync(message, uri, linked.Token);
            await response.Content.LoadIntoBufferAsync(MaxBytes, linked.Token);
            var body = await response.Content.ReadAsByteArrayAsync(linked.Token);
            return Read(request, uri, response, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ApiTransport.TooLate(uri, options.RequestTimeout);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            // The headers came, the body did not: cut off, too long, or broken on the way.
            throw ApiTransport.NoAnswer(uri, error);
        }
    }

    private ApiReply Read(ApiRequest request, Uri uri, HttpResponseMessage response, byte[] body)
    {
        var reply = new ApiReply(request, uri, response, body, time);
        if (reply.IsSuccess)
        {
            return reply;
        }

        var refusal = reply.ToException();
        LogRefusal(uri.AbsolutePath, (int)response.StatusCode, refusal.TikTokCode, refusal.LogId);
        throw refusal;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} answered {Status}: {TikTokCode}, log id {LogId}")]
    private partial void LogRefusal(string path, int status, string? tikTokCode, string? logId);
}
