using Clipyard.Server.Network;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Tasks;

/// <summary>Stops the start with one sentence per fault.</summary>
internal sealed class TaskOptionsValidator : IValidateOptions<TaskOptions>
{
    public ValidateOptionsResult Validate(string? name, TaskOptions options)
    {
        var faults = options
            .AllowedHosts.Select(HostPatterns.FaultOf)
            .OfType<string>()
            .Select(fault => $"Tasks:AllowedHosts: {fault}.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
