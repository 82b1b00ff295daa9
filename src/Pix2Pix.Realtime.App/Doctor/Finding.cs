namespace Pix2Pix.Realtime.App.Doctor;

/// <summary>The doctor's result for one topic.</summary>
/// <param name="Topic">What was looked at, e.g. <c>libtorch</c>.</param>
/// <param name="Verdict">Whether it works.</param>
/// <param name="Words">What was found and, where something is missing, what to do.</param>
internal sealed record Finding(string Topic, Verdict Verdict, string Words);

/// <summary>How a topic fares.</summary>
internal enum Verdict
{
    /// <summary>It works.</summary>
    Works,

    /// <summary>Something optional is missing; the rest works without it.</summary>
    Optional,

    /// <summary>It does not work.</summary>
    Missing,
}
