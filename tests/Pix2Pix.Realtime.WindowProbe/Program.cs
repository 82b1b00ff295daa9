using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Pix2Pix.Realtime.Images;
using Pix2Pix.Realtime.Programs;
using Pix2Pix.Realtime.Rendering.Windowing;
using Silk.NET.OpenGL;

// Opens a window, writes its events to stdout as JSON lines, and obeys one command a line on stdin; each is answered with a line.
ProgramStart.Prepare();
var commands = new ConcurrentQueue<string>();
using var window = SystemWindow.Open(new WindowOptions("probe", new PixelSize(400, 300)) { MinimumSize = new PixelSize(200, 100) });
var reader = new Thread(() =>
{
    // UTF-8 whatever the console's code page is.
    using var orders = new StreamReader(Console.OpenStandardInput());
    while (orders.ReadLine() is { } line)
    {
        commands.Enqueue(line);
        window.Wake();
    }

    commands.Enqueue("quit");
    window.Wake();
}) { IsBackground = true };
reader.Start();
Say(new { opened = window.Gl.GetStringS(StringName.Version) });
while (true)
{
    window.WaitEvents(Timeout.InfiniteTimeSpan);
    foreach (var input in window.Events)
    {
        Say(new
        {
            kind = $"{input.Kind}", input.X, input.Y, button = $"{input.Button}", key = $"{input.Key}", modifiers = $"{input.Modifiers}", input.WheelX, input.WheelY, input.IsRepeat,
            text = input.Kind == InputKind.Text ? $"{input.Character}" : "", input.Path,
        });
    }

    while (commands.TryDequeue(out var command))
    {
        if (command == "quit")
        {
            return;
        }

        Obey(command.Split(' '));
        Say(new
        {
            done = command, width = window.FramebufferSize.Width, height = window.FramebufferSize.Height, scale = window.ContentScale, pointerX = window.Pointer.X, pointerY = window.Pointer.Y,
            window.IsMinimised, window.IsFocused, window.IsFullScreen, window.Text, monitors = window.Monitors.Select(monitor => new { monitor.Name, monitor.Resolution.Width, monitor.Resolution.Height }),
        });
    }
}

void Obey(string[] words)
{
    switch (words[0])
    {
        case "state": break;
        case "resize": window.Resize(new PixelSize(Number(1), Number(2))); break;
        case "fullscreen": window.SetFullScreen(Number(1)); break;
        case "windowed": window.SetFullScreen(null); break;
        case "minimise": window.Minimise(); break;
        case "restore": window.Restore(); break;
        case "title": window.Title = words[1]; break;
        case "copy": window.Text = words[1]; break;
        case "cursor": window.Cursor = Enum.Parse<CursorShape>(words[1]); break;
        case "paint":
            window.Gl.Viewport(0, 0, (uint)window.FramebufferSize.Width, (uint)window.FramebufferSize.Height);
            window.Gl.ClearColor(Number(1) / 255f, Number(2) / 255f, Number(3) / 255f, 1);
            window.Gl.Clear(ClearBufferMask.ColorBufferBit);
            window.SwapBuffers();
            break;
        default: throw new ArgumentException($"unknown command '{words[0]}'");
    }

    int Number(int index) => int.Parse(words[index], CultureInfo.InvariantCulture);
}

static void Say<T>(T facts) => Console.WriteLine(JsonSerializer.Serialize(facts));
