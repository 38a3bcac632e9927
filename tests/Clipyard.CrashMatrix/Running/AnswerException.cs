using System.Net;
using System.Text.Json;

namespace Clipyard.CrashMatrix.Running;

/// <summary>The server said no.</summary>
internal sealed class AnswerException(HttpStatusCode status, string request, string body)
    : Exception($"{request}: {(int)status} {body}")
{
    public HttpStatusCode Status => status;

    /// <summary>The code in the problem document.</summary>
    public string Code
    {
        get
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("code").GetString() ?? "";
        }
    }
}
