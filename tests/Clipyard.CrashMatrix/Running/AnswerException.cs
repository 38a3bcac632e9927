using System.Net;

namespace Clipyard.CrashMatrix.Running;

/// <summary>The server said no.</summary>
internal sealed class AnswerException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status => status;
}
