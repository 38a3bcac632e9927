using Clipyard.Failures;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Archive.TikTok;

/// <summary>Refuses settings with which the library would not work: its own rules, in its own words.</summary>
internal sealed class TikTokOptionsValidator(IOptions<ServerOptions> server) : IValidateOptions<TikTokOptions>
{
    public ValidateOptionsResult Validate(string? name, TikTokOptions options)
    {
        try
        {
            using var client = new ClipyardClient(options.ToClipyardOptions(server.Value.TikTokAddress));
            return ValidateOptionsResult.Success;
        }
        catch (ClipyardException error)
        {
            return ValidateOptionsResult.Fail($"{TikTokOptions.Section}: {error.Detail ?? error.Message}");
        }
    }
}
