using System.Diagnostics;
using Pix2Pix.Realtime.Painting;

namespace Pix2Pix.Realtime.App.Bench;

/// <summary>A steady hand: two strokes a second, sixty points a second, on the live program's own loop. One thread.</summary>
internal sealed class BenchPainter(OffscreenSession live)
{
    private const double StrokeEvery = 0.5;
    private const double StrokeSeconds = 0.3;
    private const double PointEvery = 1.0 / 60;
    private const double Patience = 120;

    /// <summary>Paints for so long.</summary>
    public PaintFigures Paint(double seconds)
    {
        var (frames, session) = (new List<double>(), live.Canvas.Session);
        var (start, point) = (live.Pump.Seconds, 0);
        while (live.Pump.Seconds < start + seconds)
        {
            var due = start + (point * PointEvery);
            if (live.Pump.Seconds >= due)
            {
                // A lifted hand paints nothing whose light could be waited for.
                if (Touch(session, point++))
                {
                    live.Canvas.CameFrom(live.Pump.TicksAt(due));
                }
            }

            live.Live.Frames.WakeAt(start + (point * PointEvery));
            live.Loop.Sleep();
            var (presented, before) = (live.Loop.Presented, Stopwatch.GetTimestamp());
            live.Loop.Frame();
            if (live.Loop.Presented > presented)
            {
                frames.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            }
        }

        session.Release();
        live.View.PaintToPhoton.Evaluate();
        frames.Sort();
        return new PaintFigures(frames[(int)(frames.Count * 0.99)], live.View.PaintToPhoton.Percentile99);
    }

    /// <summary>Lets the window run for so long and touches nothing.</summary>
    public void Watch(double seconds)
    {
        var end = live.Pump.Seconds + seconds;
        while (live.Pump.Seconds < end)
        {
            live.Live.Frames.WakeAt(end);
            live.Loop.Step();
        }
    }

    /// <summary>Leaves the processor to others for so long, as if there were no window.</summary>
    public void Leave(double seconds)
    {
        var end = live.Pump.Seconds + seconds;
        while (live.Pump.Seconds < end)
        {
            live.Pump.Wait(TimeSpan.FromSeconds(Math.Max(0, end - live.Pump.Seconds)));
        }
    }

    /// <summary>Lets the window run until something is so.</summary>
    public void Until(Func<bool> isSo)
    {
        var end = live.Pump.Seconds + Patience;
        while (!isSo())
        {
            if (live.Pump.Seconds > end)
            {
                throw new UserException(BenchTexts.HostSilent(Patience, LauncherName.Here));
            }

            live.Live.Frames.WakeAt(end);
            live.Loop.Step();
        }
    }

    /// <returns>Whether it painted.</returns>
    private static bool Touch(PaintSession session, int point)
    {
        var (stroke, within) = Math.DivRem(point, (int)(StrokeEvery / PointEvery));
        var at = new PixelPoint(40 + (stroke * 37 % 160) + within, 60 + (stroke * 53 % 140));
        if (within >= StrokeSeconds / PointEvery)
        {
            session.Release();
            return false;
        }

        if (session.IsPainting)
        {
            session.Move(at);
        }
        else
        {
            session.Settings.ClassId = (byte)(1 + (stroke % 12));
            session.Press(at);
        }

        return true;
    }
}
