namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>Keys as Windows reports them. The window's thread.</summary>
internal static class Win32Keys
{
    private const int Shift = 0x10;
    private const int Control = 0x11;
    private const int Alt = 0x12;
    private const int LeftWindows = 0x5B;
    private const int RightWindows = 0x5C;
    private const int LeftControl = 0xA2;
    private const int RightControl = 0xA3;
    private const int RightAlt = 0xA5;
    private const int ScanCodes = 0x200;

    private static readonly Key[] Places = MakePlaces();

    /// <summary>Whether AltGr is held, which Windows reports as the left Control and the right Alt together: it reaches a key's third letter.</summary>
    public static bool IsThirdLevel => IsDown(RightAlt) && IsDown(LeftControl) && !IsDown(RightControl);

    /// <summary>What is held at the time of the message that is being answered.</summary>
    public static KeyModifiers Modifiers =>
        (IsDown(Shift) ? KeyModifiers.Shift : 0) | (IsDown(LeftWindows) || IsDown(RightWindows) ? KeyModifiers.Super : 0)
        | (IsThirdLevel ? 0 : (IsDown(Control) ? KeyModifiers.Control : 0) | (IsDown(Alt) ? KeyModifiers.Alt : 0));

    /// <summary>The key of a key message, by its place on the US keyboard.</summary>
    /// <param name="virtualKey">The message's first parameter.</param>
    /// <param name="facts">The message's second parameter.</param>
    public static Key Place(nuint virtualKey, nint facts)
    {
        const int numberAndExtended = 0x1FF;
        const uint virtualKeyToScanCode = 0;
        var scanCode = (int)(facts >> 16) & numberAndExtended;

        // What a program types has no scan code.
        return Places[scanCode != 0 ? scanCode : (int)(Win32.MapVirtualKey((uint)virtualKey, virtualKeyToScanCode) & numberAndExtended)];
    }

    private static bool IsDown(int virtualKey) => Win32.GetKeyState(virtualKey) < 0;

    private static Key[] MakePlaces()
    {
        var places = new Key[ScanCodes];
        Array.Fill(places, Key.Unknown);
        Row(0x001, Key.Escape, Key.D1, Key.D2, Key.D3, Key.D4, Key.D5, Key.D6, Key.D7, Key.D8, Key.D9, Key.D0, Key.Minus, Key.Equal, Key.Backspace, Key.Tab);
        Row(0x010, Key.Q, Key.W, Key.E, Key.R, Key.T, Key.Y, Key.U, Key.I, Key.O, Key.P, Key.LeftBracket, Key.RightBracket, Key.Enter, Key.LeftControl);
        Row(0x01E, Key.A, Key.S, Key.D, Key.F, Key.G, Key.H, Key.J, Key.K, Key.L, Key.Semicolon, Key.Apostrophe, Key.GraveAccent, Key.LeftShift, Key.Backslash);
        Row(0x02C, Key.Z, Key.X, Key.C, Key.V, Key.B, Key.N, Key.M, Key.Comma, Key.Period, Key.Slash, Key.RightShift);
        Row(0x038, Key.LeftAlt, Key.Space, Key.CapsLock, Key.F1, Key.F2, Key.F3, Key.F4, Key.F5, Key.F6, Key.F7, Key.F8, Key.F9, Key.F10);
        Row(0x057, Key.F11, Key.F12);
        Row(0x11C, Key.KeypadEnter, Key.RightControl);
        Row(0x138, Key.RightAlt);
        Row(0x147, Key.Home, Key.Up, Key.PageUp);
        Row(0x14B, Key.Left, Key.Unknown, Key.Right, Key.Unknown, Key.End, Key.Down, Key.PageDown, Key.Insert, Key.Delete);
        Row(0x15B, Key.LeftSuper, Key.RightSuper, Key.Menu);
        return places;

        void Row(int from, params ReadOnlySpan<Key> keys) => keys.CopyTo(places.AsSpan(from));
    }
}
