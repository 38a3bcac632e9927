using System.Buffers.Text;
using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Server.Api;

/// <summary>
/// Where a page of a list ended, as callers pass it back: the key of the last row, opaque. A page is found by its key,
/// not by counting rows, so that the thousandth page is as cheap as the first and new rows shift nothing.
/// </summary>
internal static class Cursor
{
    private const int MaximumLength = 1_000;

    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Makes the <c>next_cursor</c> after a row.</summary>
    /// <param name="key">The row's key in the order of the list: a record of the list's own.</param>
    public static string After<TKey>(TKey key)
        where TKey : class => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key, Strict));

    /// <summary>Reads a <c>cursor</c>; null for the first page.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: it did not come from this list.</exception>
    public static TKey? Read<TKey>(string? cursor)
        where TKey : class
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        return cursor.Length <= MaximumLength && Decode<TKey>(cursor) is { } key
            ? key
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The parameter 'cursor' is none that this list gave out."
            )
            {
                Parameter = "cursor",
                Remedies = ["Pass next_cursor of the page before, unchanged, or leave it out for the first page."],
            };
    }

    private static TKey? Decode<TKey>(string cursor)
        where TKey : class
    {
        try
        {
            return JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor), Strict);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
