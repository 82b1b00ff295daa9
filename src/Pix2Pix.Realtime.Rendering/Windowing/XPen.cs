using System.Runtime.InteropServices;

namespace Pix2Pix.Realtime.Rendering.Windowing;

/// <summary>
/// Listens to pens on an X server, over a connection of its own beside GLFW's, which reports no pressure. Without a tablet it is only notified of devices that come and go. The window's thread.
/// </summary>
internal sealed unsafe class XPen : IDisposable
{
    private const string Extension = "XInputExtension";
    private const string PressureLabel = "Abs Pressure";

    private readonly Dictionary<int, PenDevice> _devices = [];
    private readonly nint _display;
    private readonly int _opcode;
    private readonly nint _pressure;
    private float _last;

    private XPen(nint display, int opcode)
    {
        (_display, _opcode) = (display, opcode);
        _pressure = XInput.InternAtom(display, PressureLabel, onlyIfExists: 0);
        FindDevices();
    }

    /// <summary>The pen that moved or touched last; null = it was a mouse.</summary>
    public PenState? State { get; private set; }

    /// <summary>Begins to listen.</summary>
    /// <returns>Null where there is no X server, or one without the extension.</returns>
    public static XPen? TryOpen()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(NativeLibraries.X11, out _) || !NativeLibrary.TryLoad(NativeLibraries.XInput, out _) || XInput.OpenDisplay(0) is not (not 0 and var display))
        {
            return null;
        }

        var (major, minor) = (2, 1);
        if (XInput.QueryExtension(display, Extension, out var opcode, out _, out _) != 0 && XInput.QueryVersion(display, ref major, ref minor) == 0)
        {
            return new XPen(display, opcode);
        }

        _ = XInput.CloseDisplay(display);
        return null;
    }

    /// <summary>Takes what the devices have reported since the last call.</summary>
    public void Update()
    {
        XEvent next;
        while (XInput.Pending(_display) > 0)
        {
            _ = XInput.NextEvent(_display, &next);
            if (next.Type != XInput.GenericEvent || next.Extension != _opcode || XInput.GetEventData(_display, &next) == 0)
            {
                continue;
            }

            if (next.Kind == XInput.HierarchyChanged)
            {
                FindDevices();
            }
            else
            {
                Take(*(XRawEvent*)next.Data);
            }

            XInput.FreeEventData(_display, &next);
        }
    }

    public void Dispose() => _ = XInput.CloseDisplay(_display);

    private void Take(in XRawEvent raw)
    {
        if (!_devices.TryGetValue(raw.Source, out var device) && !_devices.TryGetValue(raw.Device, out device))
        {
            State = null;
            return;
        }

        var mask = new ReadOnlySpan<byte>(raw.Mask, raw.MaskLength);
        var count = 0;
        foreach (var bits in mask)
        {
            count += System.Numerics.BitOperations.PopCount(bits);
        }

        _last = device.Read(mask, new ReadOnlySpan<double>(raw.RawValues, count), _last);
        State = new PenState(_last, device.IsEraser);
    }

    private void FindDevices()
    {
        _devices.Clear();
        var all = XInput.QueryDevice(_display, XInput.AllDevices, out var count);
        if (all != null)
        {
            for (var i = 0; i < count; i++)
            {
                Add(all[i]);
            }

            XInput.FreeDeviceInfo(all);
        }

        Listen();
    }

    private void Add(in XDeviceInfo device)
    {
        for (var i = 0; i < device.ClassCount; i++)
        {
            if (*device.Classes[i] == XInput.ValuatorClass && *(XValuatorInfo*)device.Classes[i] is var valuator && valuator.Label == _pressure && valuator.Maximum > valuator.Minimum)
            {
                var name = Marshal.PtrToStringUTF8((nint)device.Name) ?? "";
                _devices[device.Device] = new PenDevice(valuator.Number, valuator.Minimum, valuator.Maximum, name.Contains("eraser", StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    /// <summary>Every motion of a mouse would be an event too, so none is asked for without a tablet.</summary>
    private void Listen()
    {
        const int maskLength = 3;
        var mask = stackalloc byte[maskLength];
        new Span<byte>(mask, maskLength).Clear();
        Set(XInput.HierarchyChanged);
        if (_devices.Count > 0)
        {
            Set(XInput.RawMotion);
            Set(XInput.RawButtonPress);
        }

        var wanted = new XEventMask { Device = XInput.AllDevices, Length = maskLength, Mask = mask };
        _ = XInput.SelectEvents(_display, XInput.DefaultRootWindow(_display), &wanted, 1);
        _ = XInput.Flush(_display);

        void Set(int kind) => mask[kind / 8] |= (byte)(1 << (kind % 8));
    }
}
