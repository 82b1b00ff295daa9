namespace Pix2Pix.Realtime.Synthesis.Looks;

/// <summary>The sky over a house and what it does to light and ground.</summary>
public enum Weather
{
    /// <summary>Sun and a blue sky.</summary>
    Clear,

    /// <summary>Sun between clouds.</summary>
    Cloudy,

    /// <summary>White sky, no sun.</summary>
    Overcast,

    /// <summary>Grey sky, wet walls and ground.</summary>
    Rain,

    /// <summary>Pale air that hides what is far.</summary>
    Fog,

    /// <summary>White sky, snow on ledges, roofs and ground.</summary>
    Snow,
}
