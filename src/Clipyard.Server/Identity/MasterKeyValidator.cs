using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>Refuses a master key that somebody could guess.</summary>
internal sealed class MasterKeyValidator : IValidateOptions<ServerOptions>
{
    private const int Shortest = 32;

    public ValidateOptionsResult Validate(string? name, ServerOptions options) =>
        options.MasterKey is { Length: > 0 and < Shortest }
            ? ValidateOptionsResult.Fail(
                $"CLIPYARD_MASTER_KEY must have at least {Shortest} characters: openssl rand -base64 32 makes one."
            )
            : ValidateOptionsResult.Success;
}
