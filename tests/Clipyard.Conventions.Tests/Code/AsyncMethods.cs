using System.Reflection;
using System.Runtime.CompilerServices;

namespace Clipyard.Conventions.Tests.Code;

public sealed class AsyncMethods
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>
    /// What happened is written down even while the server stops, so these take no token, on purpose: a token would only
    /// invite somebody to pass one.
    /// </summary>
    private static readonly HashSet<string> WriteWhatHappened = new(StringComparer.Ordinal)
    {
        "Clipyard.Server.Automation.Webhooks.Delivering.DeliveryResults.BlameAsync",
        "Clipyard.Server.Automation.Webhooks.Delivering.DeliveryResults.FailedAsync",
        "Clipyard.Server.Automation.Webhooks.Delivering.DeliveryResults.PutOffAsync",
        "Clipyard.Server.Automation.Webhooks.Delivering.DeliveryResults.ReceivedAsync",
        "Clipyard.Server.Automation.Webhooks.Delivering.DeliveryResults.WriteAsync",
        "Clipyard.Server.Jobs.JobOutcomes.EndAsync",
        "Clipyard.Server.Jobs.JobOutcomes.TryEndIdleAsync",
        "Clipyard.Server.Jobs.JobOutcomes.TryEndAsync",
        "Clipyard.Server.Jobs.JobOutcomes.ContinueAsync",
        "Clipyard.Server.Jobs.JobOutcomes.RetryAsync",
        "Clipyard.Server.Jobs.JobOutcomes.CancelItemsAsync",
        "Clipyard.Server.Jobs.LeaseRows`1[T].GiveBackAsync",
        "Clipyard.Server.Jobs.RunningSteps.CancelAsync",
        "Clipyard.Server.Publishing.Posts.IPostWaker.InterruptAsync",
        "Clipyard.Server.Publishing.Posts.PostWaker.InterruptAsync",
        "Clipyard.Server.Publishing.Posts.PostLaneRunner.AfterAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.AbandonAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.FailedAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.GiveUpAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.LaterAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.UnforeseenAsync",
        "Clipyard.Server.Publishing.Posts.PostSetbacks.WatchAsync",
        "Clipyard.Server.Publishing.Preparing.PostPreparation.FailAsync",
        "Clipyard.Server.Publishing.Preparing.PostPreparation.SaveAsync",
        "Clipyard.Server.Publishing.Preparing.PostPreparation.TidyAsync",
        "Clipyard.Server.Publishing.Preparing.Staging.StagedFiles.DeleteAsync",
        "Clipyard.Server.Publishing.Preparing.Staging.StagedFiles.ReplaceAsync",
        "Clipyard.Server.Publishing.Requests.Uploading.RefusedFiles.ForgetAsync",
        "Clipyard.Server.Publishing.Sending.SendStep.BeginTransferAsync",
        "Clipyard.Server.Publishing.Sending.SendStep.RefusedAsync",
        "Clipyard.Server.Publishing.Sending.UploadStep.AfterAsync",
        "Clipyard.Server.Publishing.Watching.WatchLane.LaterAsync",
    };

    public static TheoryData<string> Assemblies => [.. OurAssemblies.All.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void They_end_in_Async(string assembly)
    {
        var misnamed = MethodsOf(assembly)
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsEntryPoint(method))
            .Select(Describe);

        misnamed.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void They_can_be_cancelled(string assembly)
    {
        var deaf = MethodsOf(assembly)
            .Where(method => method.Name != "DisposeAsync" && !IsEntryPoint(method))
            .Where(method => !HasItsOwnStop(method.DeclaringType!))
            .Where(method =>
                !method
                    .GetParameters()
                    .Any(parameter =>
                        parameter.ParameterType == typeof(CancellationToken)
                        || parameter.ParameterType.Name is "HttpContext" or "StatusCodeContext" or "ParseResult"
                        // Work that is handed over brings its token along.
                        || typeof(Delegate).IsAssignableFrom(parameter.ParameterType)
                    )
            )
            .Select(Describe)
            .Where(method => !WriteWhatHappened.Contains(method));

        deaf.ShouldBeEmpty();
    }

    private static IEnumerable<MethodInfo> MethodsOf(string assembly) =>
        OurAssemblies
            .All.Where(candidate => candidate.GetName().Name == assembly)
            .WrittenTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => IsAsync(method.ReturnType) && !method.IsSpecialName && !IsGenerated(method))
            .Where(method => method.GetBaseDefinition() == method && !IsNamedElsewhere(method));

    /// <summary>A server that runs until it is disposed of stops its work by a source of its own.</summary>
    private static bool HasItsOwnStop(Type type) =>
        type.GetFields(Declared).Any(field => field.FieldType == typeof(CancellationTokenSource));

    private static bool IsAsync(Type type) =>
        type == typeof(Task)
        || type == typeof(ValueTask)
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() is var open
            && (open == typeof(Task<>) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>))
        );

    private static bool IsGenerated(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name.Contains('<');

    /// <summary>What a foreign interface asks for is named by others: Quartz's jobs, EF Core's interceptors.</summary>
    private static bool IsNamedElsewhere(MethodInfo method) =>
        method
            .DeclaringType!.GetInterfaces()
            .Where(type => type.Namespace?.StartsWith("Clipyard", StringComparison.Ordinal) != true)
            .Where(_ => !method.DeclaringType.IsInterface && !method.IsStatic)
            .SelectMany(type => method.DeclaringType.GetInterfaceMap(type).TargetMethods)
            .Contains(method);

    private static bool IsEntryPoint(MethodInfo method) => method.Name == "Main";

    private static string Describe(MethodInfo method) => $"{method.DeclaringType}.{method.Name}";
}
