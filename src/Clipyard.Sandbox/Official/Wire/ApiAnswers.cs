using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>The shapes of the official API's answers.</summary>
internal sealed class ApiAnswers(LogIds logIds)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The envelope of a success; without <c>data</c> where there is none.</summary>
    public SandboxResponse Ok(JsonObject? data) => Envelope(200, "ok", "", data);

    /// <summary>The envelope of a failure. The Display API sends an empty <c>data</c>, the others none.</summary>
    public SandboxResponse Error(int status, string code, string message, bool emptyData = false) =>
        Envelope(status, code, message, emptyData ? [] : null);

    /// <summary>OAuth answers are flat.</summary>
    public static SandboxResponse Flat(JsonObject answer, int status = 200) => Write(answer, status);

    public SandboxResponse OAuthError(int status, string error, string description)
    {
        var id = logIds.Next();
        return Write(
                new JsonObject
                {
                    ["error"] = error,
                    ["error_description"] = description,
                    ["log_id"] = id,
                },
                status
            )
            .With("x-tt-logid", id);
    }

    private SandboxResponse Envelope(int status, string code, string message, JsonObject? data)
    {
        var id = logIds.Next();
        var answer = new JsonObject();
        if (data is not null)
        {
            answer["data"] = data;
        }

        answer["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["log_id"] = id,
        };
        return Write(answer, status).With("x-tt-logid", id);
    }

    private static SandboxResponse Write(JsonObject answer, int status) =>
        SandboxResponse.Json(JsonSerializer.SerializeToUtf8Bytes(answer, Options), status);
}
