namespace Pix2Pix.Realtime.Generators;

/// <summary>A generator cannot translate one picture; it may translate the next.</summary>
public sealed class PictureException : UserException
{
    /// <summary>Says why there is no answer.</summary>
    /// <param name="message">One sentence: what was expected, what was found, what to do.</param>
    public PictureException(string message)
        : base(message)
    {
    }
}
