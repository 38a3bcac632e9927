using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Identity;

/// <summary>Everybody who may sign in, for administrators.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/people").WithTags("People").RequireAuthorization(Scopes.Admin);
        group.ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        group
            .MapGet("", ListAsync)
            .WithName("ListPeople")
            .WithSummary("List people")
            .WithDescription(
                "Everybody who may sign in, in the order of their making. Never their content. limit is 1 to 1,000, 100 unless given."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group
            .MapPost("", AddAsync)
            .WithName("AddPerson")
            .WithSummary("Add a person")
            .WithDescription(
                "The answer shows a made password, once. Each person is the owner of an archive of their own."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPatch("/{id:guid}", ChangeAsync)
            .WithName("ChangePerson")
            .WithSummary("Change a person's role")
            .WithDescription("`administrator` or `member`. The last administrator stays one.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPost("/{id:guid}/reset-password", ResetPasswordAsync)
            .WithName("ResetPassword")
            .WithSummary("Reset a person's password")
            .WithDescription(
                "The answer shows a made password, once. A lock-out is lifted and all the person's sessions end; "
                    + "their API keys stay."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<PeopleAnswer>> ListAsync(
        People people,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await people.PageAsync(limit, cursor, cancellationToken));

    private static async Task<Created<MadePassword>> AddAsync(
        AddPersonRequest request,
        People people,
        CancellationToken cancellationToken
    )
    {
        var role = request.Role is null ? PersonRole.Member : RoleOf(request.Role);
        return TypedResults.Created((string?)null, await people.AddAsync(request.Name, role, cancellationToken));
    }

    private static async Task<Ok<PersonSummary>> ChangeAsync(
        Guid id,
        ChangePersonRequest request,
        People people,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await people.ChangeRoleAsync(id, RoleOf(request.Role), cancellationToken));

    private static async Task<Ok<MadePassword>> ResetPasswordAsync(
        Guid id,
        People people,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await people.ResetPasswordAsync(id, cancellationToken));

    private static PersonRole RoleOf(string? role) =>
        role switch
        {
            "member" => PersonRole.Member,
            "administrator" => PersonRole.Administrator,
            _ => throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"role: 'member' or 'administrator', not '{Shown.Short(role ?? "")}'."
            ),
        };
}
