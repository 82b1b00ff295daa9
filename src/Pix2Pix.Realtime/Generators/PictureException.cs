namespace Pix2Pix.Realtime.Generators;

/// <summary>A generator has no answer to one picture; it may have one to the next.</summary>
public sealed class PictureException : UserException
{
    public PictureException(string message)
        : base(message)
    {
    }
}
