namespace Pix2Pix.Realtime.Training.Networks;

/// <summary>Whose mean and variance a norm uses at the moment.</summary>
internal enum NormMode
{
    /// <summary>The batch's own: training.</summary>
    Batch,

    /// <summary>Each picture's own: translation with <c>statistics: image</c>; at batch 1 the same as <see cref="Batch"/>.</summary>
    Image,

    /// <summary>The stored ones: translation with <c>statistics: running</c>, and training once they are frozen.</summary>
    Running,

    /// <summary>The batch's own, which are also stored: one pass over many training inputs makes statistics that agree with each other level by level.</summary>
    Estimate,
}
