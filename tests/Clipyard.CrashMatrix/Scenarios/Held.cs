using Microsoft.AspNetCore.Http;

namespace Clipyard.CrashMatrix.Scenarios;

/// <summary>Holds the first call of a kind until it is released.</summary>
internal sealed class Held(Func<HttpRequest, bool> isMeant)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when such a call has come.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets it go on.</summary>
    public void Release() => _released.TrySetResult();

    public Task HoldAsync(HttpRequest request)
    {
        if (!isMeant(request))
        {
            return Task.CompletedTask;
        }

        _reached.TrySetResult();
        return _released.Task;
    }
}
