namespace Clipyard.Pages;

internal sealed class ChallengePage
{
    public static bool TryRead(ReadOnlySpan<byte> page, out ChallengePage? challenge)
    {
        challenge = null;
        return false;
    }
}
