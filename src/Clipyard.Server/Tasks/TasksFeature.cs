using Clipyard.Server.Tasks.Instances;
using Clipyard.Server.Tasks.Posting;
using Clipyard.Server.Tasks.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tasks;

/// <summary>What agents work on, and the posting of what comes of it.</summary>
internal static class TasksFeature
{
    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddOptions<TaskOptions>().BindConfiguration(TaskOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TaskOptions>, TaskOptionsValidator>();
        services.Configure<AuthorizationOptions>(TaskPolicies.Add);
        services.AddSingleton<AllowedHosts>();
        services.AddScoped<TaskStream>();
        services.AddScoped<InstanceRules>();
        services.AddScoped<InstanceRows>();
        services.AddScoped<TaskRows>();
        services.AddScoped<TaskChanges>();
        services.AddScoped<TaskLines>();
        services.AddScoped<TaskPlans>();
        services.AddScoped<TaskRemoval>();
        services.AddScoped<PostingChecks>();
        services.AddScoped<TaskPosting>();
        services.AddScoped<TaskDetails>();
        return services;
    }

    public static IEndpointRouteBuilder MapTasks(this IEndpointRouteBuilder routes)
    {
        InstanceEndpoints.Map(routes);
        TaskEndpoints.Map(routes);
        PostingEndpoints.Map(routes);
        return routes;
    }
}
