using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Clipyard.TikTokApi.Json;

/// <summary>
/// What surrounds the data of an answer: <c>{"data", "error": {"code", ...}}</c> of the API, or the flat
/// <c>{"error", "error_description", ...}</c> of OAuth, whose data are its own members.
/// </summary>
internal sealed class Envelope
{
    /// <summary>The whole answer.</summary>
    public required ReadOnlyMemory<byte> Root { get; init; }

    /// <summary>TikTok's code: <c>ok</c>, the name of an error, or null when there was none.</summary>
    public string? Code { get; private set; }

    public string? Message { get; private set; }

    public string? LogId { get; private set; }

    private ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>Whether the answer has a <c>data</c> member that is an object.</summary>
    public bool HasData => Data.Span is [(byte)'{', ..];

    /// <summary>Reads an answer.</summary>
    /// <returns>False when it is no JSON object, or ends early.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out Envelope? envelope)
    {
        envelope = null;
        var read = new Envelope { Root = body };
        var reader = new Utf8JsonReader(body.Span);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                read.ReadMember(ref reader);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second for a member's name that is no text: the serializer's way of saying so.
            return false;
        }

        envelope = read;
        return true;
    }

    /// <summary>The data; null when there are none.</summary>
    public T? ReadData<T>(JsonTypeInfo<T> type)
        where T : class => HasData ? JsonPart.Read(Data.Span, type) : null;

    /// <summary>The answer's own members: what OAuth calls answer with.</summary>
    public T? ReadRoot<T>(JsonTypeInfo<T> type)
        where T : class => JsonPart.Read(Root.Span, type);

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("data"u8))
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            Data = Root[start..(int)reader.BytesConsumed];
        }
        else if (reader.ValueTextEquals("error"u8))
        {
            reader.Read();
            ReadError(ref reader);
        }
        else if (reader.ValueTextEquals("error_description"u8))
        {
            Message = NextText(ref reader) ?? Message;
        }
        else if (reader.ValueTextEquals("log_id"u8) || reader.ValueTextEquals("logid"u8))
        {
            LogId = NextText(ref reader) ?? LogId;
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadError(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            var code = LenientText.Read(ref reader);
            Code = code.Length > 0 ? code : null;
            return;
        }

        if (LooseObject<ErrorPayload>.ReadObject(ref reader, AnswerContext.Default.Options) is { } error)
        {
            Code = error.Code is { Length: > 0 } code ? code : null;
            Message = error.Message;
            LogId = error.LogId ?? error.OtherLogId ?? LogId;
        }
    }

    private static string? NextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            return LenientText.Read(ref reader);
        }

        reader.Skip();
        return null;
    }
}
