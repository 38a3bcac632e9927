using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Accounts.App;

/// <summary>One sentence for each setting of the app with which nobody could connect.</summary>
internal sealed class TikTokAppOptionsValidator(IOptions<ServerOptions> server) : IValidateOptions<TikTokAppOptions>
{
    private const int LongestRedirect = 511;
    private const int LongestToken = 128;

    public ValidateOptionsResult Validate(string? name, TikTokAppOptions options)
    {
        var faults = Faults(options, server.Value.TikTokAddress).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(TikTokAppOptions options, Uri? tikTokAddress)
    {
        if (string.IsNullOrEmpty(options.ClientKey) != string.IsNullOrEmpty(options.ClientSecret))
        {
            yield return "TikTok:ClientKey and TikTok:ClientSecret belong together: set both, or neither.";
        }

        if (options.RedirectUri is { Length: > 0 } redirect && RedirectFault(redirect) is { } fault)
        {
            yield return $"TikTok:RedirectUri {fault}; it is '{redirect}'.";
        }

        if (ScopeSet.Parse(options.Scopes).Count == 0)
        {
            yield return "TikTok:Scopes must name at least one scope, such as user.info.basic.";
        }

        if (AppSettings.PkceOf(options.Pkce) is null)
        {
            yield return $"TikTok:Pkce must be always or loopback-only; it is '{options.Pkce}'.";
        }

        var mode = AppSettings.ModeOf(options, tikTokAddress);
        if (mode is null)
        {
            yield return $"TikTok:Mode must be clipyard-sandbox, tiktok-sandbox or production; it is '{options.Mode}'.";
        }

        if (mode == TikTokMode.ClipyardSandbox && tikTokAddress is null)
        {
            yield return "TikTok:Mode is clipyard-sandbox, but TikTokAddress names none: posts would go to TikTok.";
        }

        if (options.AuthorizeAddress is { } address && !IsPage(address))
        {
            yield return "TikTok:AuthorizeAddress must be an http or https address without query.";
        }

        foreach (var token in options.VerificationTokens.Where(token => !IsToken(token)))
        {
            yield return "TikTok:VerificationTokens takes what stands between 'tiktok' and '.txt' in the portal's file name: "
                + $"1 to {LongestToken} letters, digits, - and _; one is '{token}'.";
        }

        if (options.WebhookTolerance <= TimeSpan.Zero || options.WebhookTolerance > TimeSpan.FromDays(7))
        {
            yield return $"TikTok:WebhookTolerance must be positive and at most 7 days; it is {options.WebhookTolerance}.";
        }
    }

    private static string? RedirectFault(string text)
    {
        if (
            text.Length > LongestRedirect
            || text.AsSpan().ContainsAny('?', '#')
            || !Uri.TryCreate(text, UriKind.Absolute, out var address)
        )
        {
            return "must be an absolute address of at most 511 characters, without query and fragment";
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            return "must begin with https:// unless it is on localhost or 127.0.0.1";
        }

        return address.AbsolutePath == "/" ? "needs a path of its own, such as /api/auth/tiktok/callback" : null;
    }

    private static bool IsToken(string text) =>
        text.Length is > 0 and <= LongestToken && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsPage(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" };
}
