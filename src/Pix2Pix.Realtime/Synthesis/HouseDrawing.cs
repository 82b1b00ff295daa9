namespace Pix2Pix.Realtime.Synthesis;

/// <summary>Draws a house's elements as its camera sees them.</summary>
internal sealed class HouseDrawing(LabelSketch sketch, Perspective camera)
{
    /// <summary>Adds an element; where two overlap, the draw order of their classes decides.</summary>
    public void Draw(FacadeClass of, float left, float top, float right, float bottom) => sketch.Polygon(
        of, [camera.Place(left, top), camera.Place(right, top), camera.Place(right, bottom), camera.Place(left, bottom)]);

    public void Draw(FacadeClass of, Opening at) => Draw(of, at.Left, at.Top, at.Right, at.Bottom);

    /// <summary>Adds an element in front of what it would lie behind: a drawn blind, a railing before its window.</summary>
    public void Cover(FacadeClass of, Opening at)
    {
        sketch.PaintsOver = true;
        Draw(of, at);
        sketch.PaintsOver = false;
    }
}
