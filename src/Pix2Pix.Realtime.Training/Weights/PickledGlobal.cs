namespace Pix2Pix.Realtime.Training.Weights;

/// <summary>A name of Python's in a pickle. It is never looked up: nothing of it runs.</summary>
internal sealed record PickledGlobal(string Module, string Name);
