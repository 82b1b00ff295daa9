using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pix2Pix.Realtime.App.Osc;

/// <summary>
/// Receives Open Sound Control over UDP on a thread of its own. Thread contract: one thread, the main one, makes it, takes from it and disposes it.
/// </summary>
internal sealed class OscListener : IDisposable
{
    /// <summary>More than waits between two frames of any controller; beyond, a flood is dropped.</summary>
    private const int MostWaiting = 4096;

    private readonly Socket _socket;
    private readonly ConcurrentQueue<OscMessage> _messages = new();
    private readonly Action _wake;
    private readonly Action<string> _complain;
    private readonly Thread _thread;

    /// <param name="place">An address of this machine, and a port; 0 = any free one.</param>
    /// <param name="wake">Called on the listener's thread when messages came.</param>
    /// <param name="complain">Called on the listener's thread with what was wrong with a packet.</param>
    /// <exception cref="UserException">The port is taken, or the address is not this machine's.</exception>
    public OscListener(IPEndPoint place, Action wake, Action<string> complain)
    {
        (_wake, _complain) = (wake, complain);
        _socket = new Socket(place.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            _socket.Bind(place);
        }
        catch (SocketException fault)
        {
            _socket.Dispose();
            throw new UserException(OscTexts.PortTaken(place.Port, place.Address, fault.Message));
        }

        Place = (IPEndPoint)_socket.LocalEndPoint!;
        _thread = new Thread(Run) { Name = "osc", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Place { get; }

    public bool TryTake(out OscMessage message) => _messages.TryDequeue(out message);

    public void Dispose()
    {
        _socket.Dispose();
        _thread.Join();
    }

    private void Run()
    {
        var packet = new byte[ushort.MaxValue];
        var messages = new List<OscMessage>();
        while (TryReceive(packet, out var length))
        {
            messages.Clear();
            if (OscPacket.Read(packet.AsSpan(0, length), messages) is { } fault)
            {
                _complain(OscTexts.InvalidPacket(length, fault));
            }

            foreach (var message in messages)
            {
                if (_messages.Count < MostWaiting)
                {
                    _messages.Enqueue(message);
                }
            }

            _wake();
        }
    }

    private bool TryReceive(byte[] packet, out int length)
    {
        while (true)
        {
            try
            {
                length = _socket.Receive(packet);
                return true;
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.ConnectionReset)
            {
                // Windows' way to say that somebody did not want an answer; nothing was lost.
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
            {
                // The socket was closed: this is the end.
                length = 0;
                return false;
            }
        }
    }
}
