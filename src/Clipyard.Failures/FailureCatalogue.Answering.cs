namespace Clipyard.Failures;

// What any request can run into.
public static partial class FailureCatalogue
{
    /// <summary>This Idempotency-Key was used for another request.</summary>
    public static Failure IdempotencyMismatch { get; } =
        new(
            "idempotency_mismatch",
            "This Idempotency-Key was used for another request.",
            "Use a new key for a new request."
        );

    /// <summary>A value is missing, malformed or out of range.</summary>
    public static Failure InvalidParameter { get; } =
        new("invalid_parameter", "A value is missing, malformed or out of range.", "Correct the named value.");

    /// <summary>You are not signed in, or the key is wrong.</summary>
    public static Failure Unauthenticated { get; } =
        new(
            "unauthenticated",
            "You are not signed in, or the key is wrong.",
            "Pass an API key: Authorization: Bearer KEY."
        );

    /// <summary>This key or person may not do that.</summary>
    public static Failure Forbidden { get; } =
        new("forbidden", "This key or person may not do that.", "Use a key with the named scope.");

    /// <summary>There is no such thing here.</summary>
    public static Failure NotFound { get; } =
        new("not_found", "There is no such thing here.", "Check the address and the id.");

    /// <summary>This link cannot be used any more.</summary>
    public static Failure LinkExpired { get; } =
        new("link_expired", "This link cannot be used any more.", "Ask whoever sent it for a new one.");

    /// <summary>This does not fit the present state.</summary>
    public static Failure Conflict { get; } =
        new("conflict", "This does not fit the present state.", "Read the state again and decide anew.");

    /// <summary>Something went wrong that should not have.</summary>
    public static Failure InternalError { get; } =
        new(
            "internal_error",
            "Something went wrong that should not have.",
            "Please report it, with what you did and the log."
        );

    private static IEnumerable<Failure> Answering =>
        [
            IdempotencyMismatch,
            InvalidParameter,
            Unauthenticated,
            Forbidden,
            NotFound,
            LinkExpired,
            Conflict,
            InternalError,
        ];
}
