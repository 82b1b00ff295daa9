using Pix2Pix.Realtime.Images;

namespace Pix2Pix.Realtime.App.Recording;

/// <summary>
/// Where pictures of one size go, one after another: a file, a stream, a loopback camera. A way of sharing between programs, such as Spout or Syphon, is
/// one more class of this kind. Thread contract: one thread, the main one, calls everything; drawing never waits for the receiver.
/// </summary>
internal interface IPictureOutput : IDisposable
{
    /// <summary>The picture to fill before <see cref="Submit"/>: RGBA, row 0 = top.</summary>
    PixelImage Writing { get; }

    /// <summary>Pictures sent so far.</summary>
    long Written { get; }

    /// <summary>How long what was sent plays.</summary>
    TimeSpan Length { get; }

    /// <summary>Whether the receiver is gone; <see cref="Finish"/> says why.</summary>
    bool IsBroken { get; }

    /// <summary>Hands <see cref="Writing"/> over; the newest picture wins.</summary>
    void Submit();

    /// <summary>Ends the output and waits until what was sent is whole.</summary>
    /// <returns>Null, or why it ended before: half a sentence.</returns>
    string? Finish();
}
