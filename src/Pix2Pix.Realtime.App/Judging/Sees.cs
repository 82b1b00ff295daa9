namespace Pix2Pix.Realtime.App.Judging;

/// <summary>Which of the two common faults a figure sees.</summary>
[Flags]
internal enum Sees
{
    Neither = 0,

    /// <summary>Detail that is missing.</summary>
    Fog = 1,

    /// <summary>A lattice that is not there in photographs.</summary>
    Grid = 2,

    Both = Fog | Grid,
}
