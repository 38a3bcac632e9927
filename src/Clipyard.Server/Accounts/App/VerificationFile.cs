using System.Text.Json.Nodes;
using Clipyard.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Accounts.App;

/// <summary>The file by which TikTok's portal verifies that this address is the app's: posts are pulled from it.</summary>
internal static class VerificationFile
{
    private const string Signature = "tiktok-developers-site-verification=";

    public static void MapVerificationFile(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/tiktok{verification}.txt", Get)
            .AllowAnonymous()
            .WithTags("Accounts")
            .WithName("GetVerificationFile")
            .WithSummary("Prove to TikTok's portal whose address this is")
            .WithDescription("For the portal: there is one for each token in TikTok:VerificationTokens, and no other.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    foreach (var body in operation.Responses?["200"].Content?.Values ?? [])
                    {
                        body.Example = JsonValue.Create(Signature + "Ab12");
                    }

                    return Task.CompletedTask;
                }
            );

    private static ContentHttpResult Get(
        [FromRoute(Name = "verification")] string token,
        IOptions<TikTokAppOptions> options
    ) =>
        options.Value.VerificationTokens.Contains(token, StringComparer.Ordinal)
            ? TypedResults.Text(Signature + token)
            : throw new ClipyardException(FailureCatalogue.NotFound);
}
