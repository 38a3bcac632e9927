using System.Security.Authentication;
using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>The words for what goes wrong on the way to an address.</summary>
internal static class TransportFaults
{
    /// <summary>What was refused while connecting comes back inside the transport's own exception.</summary>
    public static ClipyardException? RefusalIn(Exception? error)
    {
        while (error is not null and not ClipyardException)
        {
            error = error.InnerException;
        }

        return error as ClipyardException;
    }

    /// <summary>Why a request came to nothing, in a sentence.</summary>
    public static string Reason(HttpRequestException error) =>
        error.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "Its host has no address.",
            HttpRequestError.ConfigurationLimitExceeded => "Its headers are too long.",
            HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded => "It does not speak HTTP properly.",
            HttpRequestError.SecureConnectionError => "Its certificate is not valid.",
            _ => error.InnerException is AuthenticationException
                ? "Its certificate is not valid."
                : "The connection failed.",
        };
}
