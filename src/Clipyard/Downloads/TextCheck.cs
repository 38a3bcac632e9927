using Clipyard.Failures;

namespace Clipyard.Downloads;

/// <summary>Subtitles: some text that is no web page.</summary>
internal sealed class TextCheck(string extension) : IMediaCheck
{
    private long _length;
    private byte _first;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_first == 0)
        {
            var start = bytes.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
            _first = start < 0 ? (byte)0 : bytes[start];
        }

        _length += bytes.Length;
    }

    public CheckedMedia Complete()
    {
        if (_length == 0)
        {
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, "The file is empty.");
        }

        return _first == (byte)'<'
            ? throw new ClipyardException(FailureCatalogue.MediaCorrupt, "A web page came instead of subtitles.")
            : new CheckedMedia(extension);
    }
}
