using Clipyard.Server.Api;
using Clipyard.Server.Api.Limits;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

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
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsValidator>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton<Refusals>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<Account>();
        services.AddScoped<People>();
        services.AddScoped<Keys>();
        services.AddSingleton<KeyDirectory>();
        services.AddSingleton<KeyUses>();
        services.AddSingleton<KeyUseWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUseWriter>());
        services.AddSingleton<IHttpContextFactory, QueryKeyRedaction>();
        services.AddSessionKeys();
        services.AddScoped<SessionEvents>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services
            .AddAuthentication(CallerScheme.SchemeName)
            .AddPolicyScheme(
                CallerScheme.SchemeName,
                displayName: null,
                scheme => scheme.ForwardDefaultSelector = CallerScheme.Choose
            )
            .AddCookie(SessionCookie.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in Policies)
            {
                options.AddPolicy(scope, policy => policy.RequireClaim(CallerIdentity.ScopeClaim, scope));
            }

            PersonPolicy.Add(options);
            options.FallbackPolicy = options.DefaultPolicy;
        });
        return services;
    }

    /// <summary>Who calls, for whom, and whether they may.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder application)
    {
        application.UseAuthentication();
        application.UseMiddleware<RateLimitMiddleware>();
        application.UseMiddleware<BrowserGuard>();
        application.UseMiddleware<OwnerScopeMiddleware>();
        application.UseAuthorization();
        return application;
    }

    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapSessions();
        routes.MapAccount();
        routes.MapKeys();
        routes.MapPeople();
        return routes;
    }

    // What encrypts the sessions' cookies lies with the other keys, so that a restart ends no session.
    private static void AddSessionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Clipyard");
        services.AddSingleton<IValidateOptions<ServerOptions>, MasterKeyValidator>();
        services.AddSingleton<MasterKey>();
        services.AddSingleton<KeyFiles>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<KeyFiles, MasterKey>(
                (options, files, masterKey) =>
                {
                    options.XmlRepository = files;
                    options.XmlEncryptor = masterKey.IsSet ? new MasterKeyEncryptor(masterKey) : null;
                }
            );
    }
}
