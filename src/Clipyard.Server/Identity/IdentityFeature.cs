using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Identity;

/// <summary>People, their sessions and keys.</summary>
internal static class IdentityFeature
{
    private static readonly string[] Policies =
    [
        Scopes.Read,
        Scopes.Archive,
        Scopes.Draft,
        Scopes.Publish,
        Scopes.Approve,
        Scopes.Tasks,
        Scopes.Admin,
    ];

    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Person>(options =>
            {
                // Length is what counts; rules about digits and signs make people write passwords down.
                options.Password.RequiredLength = 12;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<ClipyardDb>();
        services
            .AddAuthentication(ApiKeyAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in Policies)
            {
                options.AddPolicy(scope, policy => policy.RequireClaim(CallerIdentity.ScopeClaim, scope));
            }

            options.FallbackPolicy = options.DefaultPolicy;
        });
        return services;
    }

    /// <summary>Who calls, for whom, and whether they may.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder application)
    {
        application.UseAuthentication();
        application.UseMiddleware<OwnerScopeMiddleware>();
        application.UseAuthorization();
        return application;
    }

    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes) => routes;
}
