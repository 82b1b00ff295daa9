using System.Numerics;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Rendering.Graphics;
using Pix2Pix.Realtime.Rendering.Passes;

namespace Pix2Pix.Realtime.App.Live.Street;

/// <summary>Draws sky, ground and houses, the far ones first. GL thread.</summary>
internal sealed class StreetScreen : IDisposable
{
    private const float FieldOfView = 1.1f;
    private const float Shade = 0.62f;
    private const int GroundSide = 128;
    private const float GroundReach = 64;
    private const float Horizon = 400;

    /// <summary>One stretch of street: a texture does not repeat, so the ground is laid piece by piece.</summary>
    private const float PieceLength = 16;

    private readonly GraphicsDevice _device;
    private readonly WallPass _pass;
    private readonly Texture _ground;
    private readonly Texture _plaster;
    private readonly Texture _grass;
    private readonly List<HouseComponent> _houses;
    private readonly List<(float Distance, Wall Wall, Texture Picture, float Light)> _walls = [];

    public StreetScreen(GraphicsDevice device, List<HouseComponent> houses)
    {
        _device = device;
        _houses = houses;
        _pass = new WallPass(device);
        _plaster = new Texture(device, new PixelSize(1, 1), TextureFormat.Rgba8);
        _plaster.Upload<byte>([196, 178, 150, 255]);
        _grass = new Texture(device, new PixelSize(1, 1), TextureFormat.Rgba8);
        _grass.Upload<byte>([118, 140, 92, 255]);
        _ground = new Texture(device, new PixelSize(GroundSide, GroundSide), TextureFormat.Rgba8, isSmooth: true);
        _ground.Upload<byte>(Ground());
    }

    /// <summary>World to clip space for somebody who stands there.</summary>
    public static Matrix4x4 Camera(WalkerBody body, PixelRect area) =>
        Matrix4x4.CreateLookAt(body.Eye, body.Eye + body.Forward, Vector3.UnitY)
        * Matrix4x4.CreatePerspectiveFieldOfView(FieldOfView, Math.Max(area.Width, 1) / (float)Math.Max(area.Height, 1), 0.05f, 500);

    public void Draw(RenderTarget screen, PixelRect area, WalkerBody body)
    {
        var camera = Camera(body, area);
        _device.Clear(screen, 0.62f, 0.78f, 0.93f);
        _pass.Draw(screen, area, camera, new Wall(new(-Horizon, 0, -Horizon), new(2 * Horizon, 0, 0), new(0, 0, 2 * Horizon)), _grass);
        for (var z = -GroundReach; z < GroundReach; z += PieceLength)
        {
            _pass.Draw(screen, area, camera, new Wall(new(-PieceLength / 2, 0, z), new(PieceLength, 0, 0), new(0, 0, PieceLength)), _ground);
        }

        _walls.Clear();
        foreach (var house in _houses)
        {
            Add(house.Left, _plaster, Shade);
            Add(house.Right, _plaster, Shade);
            Add(house.Front, house.Facade ?? _plaster, 1);
        }

        _walls.Sort(static (a, b) => b.Distance.CompareTo(a.Distance));
        foreach (var (_, wall, picture, light) in _walls)
        {
            _pass.Draw(screen, area, camera, wall, picture, light);
        }

        void Add(in Wall wall, Texture picture, float light) => _walls.Add((Vector3.DistanceSquared(wall.Middle, body.Eye), wall, picture, light));
    }

    public void Dispose()
    {
        _ground.Dispose();
        _grass.Dispose();
        _plaster.Dispose();
    }

    /// <summary>From the left: pavement, kerb, road with a dashed line in the middle, kerb, pavement.</summary>
    private static byte[] Ground()
    {
        var texels = new byte[GroundSide * GroundSide * 4];
        for (var i = 0; i < GroundSide * GroundSide; i++)
        {
            var (across, along) = (Math.Abs((i % GroundSide) - (GroundSide / 2)), i / GroundSide);
            var shade = across switch
            {
                < 2 when along % 64 < 32 => 230,
                < 34 => 92 + (i * 7919 % 9),
                < 37 => 205,
                _ => along % 16 == 0 ? 150 : 168 + (i * 7919 % 7),
            };
            (texels[i * 4], texels[(i * 4) + 1], texels[(i * 4) + 2], texels[(i * 4) + 3]) = ((byte)shade, (byte)shade, (byte)(shade + 4), 255);
        }

        return texels;
    }
}
