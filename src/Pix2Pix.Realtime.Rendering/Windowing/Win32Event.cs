namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>The window messages that matter here, with the header's numbers.</summary>
internal enum Win32Event : uint
{
    Size = 0x0005,
    GotFocus = 0x0007,
    LostFocus = 0x0008,
    Paint = 0x000F,
    Close = 0x0010,
    EraseBackground = 0x0014,
    EndSession = 0x0016,
    SetCursor = 0x0020,
    GetLimits = 0x0024,
    KeyDown = 0x0100,
    KeyUp = 0x0101,
    Character = 0x0102,
    SystemKeyDown = 0x0104,
    SystemKeyUp = 0x0105,
    SystemCharacter = 0x0106,
    UnicodeCharacter = 0x0109,
    SystemCommand = 0x0112,
    MouseMove = 0x0200,
    LeftDown = 0x0201,
    LeftUp = 0x0202,
    RightDown = 0x0204,
    RightUp = 0x0205,
    MiddleDown = 0x0207,
    MiddleUp = 0x0208,
    Wheel = 0x020A,
    ExtraDown = 0x020B,
    ExtraUp = 0x020C,
    HorizontalWheel = 0x020E,
    DropFiles = 0x0233,
    MouseLeave = 0x02A3,
    PenGestures = 0x02CC,
    DotsPerInchChanged = 0x02E0,

    /// <summary>Of this program's own: another thread wakes the window's.</summary>
    Wake = 0x8000,
}
