using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Requests.Answers;

/// <summary>The entity tag of a post, for <c>If-Match</c>.</summary>
internal static class PostTag
{
    /// <summary>Sets it, and gives the answer on.</summary>
    public static PostAnswer WithTag(this HttpResponse response, PostAnswer answer)
    {
        response.Headers.ETag = $"\"{answer.Revision}\"";
        response.Headers.CacheControl = "no-store";
        return answer;
    }
}
