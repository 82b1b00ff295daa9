using System.Numerics;
using CsCheck;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.Rendering.Tests.Passes;

public sealed class ViewTransformTests
{
    private static readonly Gen<Vector2> Points = Gen.Select(Gen.Float[-4000, 4000], Gen.Float[-4000, 4000], (x, y) => new Vector2(x, y));
    private static readonly Gen<ViewTransform> Views = Gen.Select(Points, Gen.Float[0.05f, 64], (origin, scale) => new ViewTransform(origin, scale));

    [Fact]
    public void A_point_goes_to_the_picture_and_back() =>
        Gen.Select(Views, Points).Sample((view, point) => Close(view.ToScreen(view.ToPicture(point)), point, 0.02f));

    [Fact]
    public void Zooming_keeps_the_point_under_the_pointer() =>
        Gen.Select(Views, Points, Gen.Float[0.2f, 5]).Sample((view, point, factor) =>
            Close(view.ZoomAt(point, factor, 0.01f, 100).ToScreen(view.ToPicture(point)), point, 0.1f));

    [Fact]
    public void A_fitted_picture_lies_inside_and_fills_one_direction() =>
        Gen.Select(Gen.Int[1, 4000], Gen.Int[1, 3000], Gen.Int[1, 2000], Gen.Int[1, 2000]).Sample((areaWidth, areaHeight, width, height) =>
        {
            var area = new PixelRect(7, 5, areaWidth, areaHeight);
            var view = ViewTransform.Fit(area, new PixelSize(width, height));
            var (from, to) = (view.ToScreen(Vector2.Zero), view.ToScreen(new Vector2(width, height)));
            Assert.True(from.X >= area.X - 1 && from.Y >= area.Y - 1 && to.X <= area.Right + 1 && to.Y <= area.Bottom + 1);
            Assert.True(Math.Abs(to.X - from.X - areaWidth) < 1 || Math.Abs(to.Y - from.Y - areaHeight) < 1);
        });

    private static void Close(Vector2 actual, Vector2 expected, float tolerance) =>
        Assert.True(Vector2.Distance(actual, expected) <= tolerance, $"expected {expected}, found {actual}");
}
