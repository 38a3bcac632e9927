using System.Text.Json;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Json;

/// <summary>Reads one value out of a JSON text that may be large, broken or cut off. Nothing here throws.</summary>
internal static class JsonPart
{
    /// <summary>Twice what the deepest captured page needs, and far from what would exhaust the stack.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 128 };

    /// <summary>Reads the object with which the text begins; what follows it does not matter.</summary>
    /// <returns>False when the text is no JSON or ends early. An object of another shape is a payload with nulls.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, out T? payload)
        where T : class
    {
        payload = null;
        var reader = new Utf8JsonReader(json, ReaderOptions);
        try
        {
            if (reader.Read())
            {
                payload = TolerantObject<T>.ReadObject(ref reader, PayloadContext.Default.Options);
                return true;
            }
        }
        catch (JsonException)
        {
            // Broken or cut off.
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text: the serializer's way of saying so.
        }

        return false;
    }

    /// <summary>As <see cref="TryRead"/>, for a list of objects.</summary>
    public static bool TryReadList<T>(ReadOnlySpan<byte> json, out List<T> list)
        where T : class
    {
        list = [];
        var reader = new Utf8JsonReader(json, ReaderOptions);
        try
        {
            if (reader.Read())
            {
                list = new TolerantList<T>().Read(ref reader, typeof(List<T>), PayloadContext.Default.Options) ?? [];
                return true;
            }
        }
        catch (JsonException)
        {
            // Broken or cut off.
        }
        catch (InvalidOperationException)
        {
            // As above.
        }

        return false;
    }

    /// <summary>Whether the value with which the text begins is sound as far as it goes, but ends early.</summary>
    public static bool IsCut(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(ReaderOptions));
        try
        {
            do
            {
                if (!reader.Read())
                {
                    return true;
                }
            } while (
                reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            );

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
