namespace Clipyard.Pages.Scripts;

/// <summary>Walks over the <c>script</c> elements of a page from front to back.</summary>
internal ref struct ScriptTags(ReadOnlySpan<byte> page)
{
    private ReadOnlySpan<byte> _rest = page;

    /// <summary>The <c>id</c> attribute of the element it stands on; empty when it has none.</summary>
    public ReadOnlySpan<byte> Id { get; private set; }

    /// <summary>What stands between the tags.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Whether the closing tag is there; a page that was cut off inside a script lacks it.</summary>
    public bool IsClosed { get; private set; }

    public bool MoveNext()
    {
        var start = _rest.IndexOf("<script"u8);
        if (start < 0)
        {
            return false;
        }

        var tag = _rest[(start + "<script"u8.Length)..];
        var attributesEnd = EndOfTag(tag);
        Id = IdAmong(tag[..attributesEnd]);

        var body = tag[Math.Min(attributesEnd + 1, tag.Length)..];
        var contentEnd = body.IndexOf("</script"u8);
        IsClosed = contentEnd >= 0;
        Content = IsClosed ? body[..contentEnd] : body;
        _rest = IsClosed ? body[contentEnd..] : [];
        return true;
    }

    private static int EndOfTag(ReadOnlySpan<byte> tag)
    {
        byte quote = 0;
        for (var i = 0; i < tag.Length; i++)
        {
            if (quote != 0)
            {
                quote = tag[i] == quote ? (byte)0 : quote;
            }
            else if (tag[i] is (byte)'>')
            {
                return i;
            }
            else if (tag[i] is (byte)'"' or (byte)'\'')
            {
                quote = tag[i];
            }
        }

        return tag.Length;
    }

    // By its id, wherever it stands: saved pages carry attributes that the served ones do not.
    private static ReadOnlySpan<byte> IdAmong(ReadOnlySpan<byte> attributes)
    {
        for (var at = attributes.IndexOf("id="u8); at >= 0; at = attributes.IndexOf("id="u8))
        {
            var isOwnName =
                at > 0
                && attributes[at - 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'"' or (byte)'\'';
            attributes = attributes[(at + 3)..];
            if (isOwnName)
            {
                return ValueAt(attributes);
            }
        }

        return [];
    }

    private static ReadOnlySpan<byte> ValueAt(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'"' or (byte)'\'', ..])
        {
            var end = text[1..].IndexOf(text[0]);
            return end < 0 ? [] : text[1..(end + 1)];
        }

        var blank = text.IndexOfAny(" \t\r\n/"u8);
        return blank < 0 ? text : text[..blank];
    }
}
