using System;
using Pix2Pix.Realtime.Unity.Interop;
using UnityEngine;

namespace Pix2Pix.Realtime.Unity.Paint
{
    /// <summary>Paint with the mouse on the left, see the translation on the right; sliders set the style of a generator that knows styles. Put it on an empty GameObject and press Play.</summary>
    [RequireComponent(typeof(Pix2PixTranslator))]
    public sealed class PaintSample : MonoBehaviour
    {
        private const int Side = 256;

        // The facade palette: background, facade, window, door, cornice, sill, balcony, blind, deco, molding, pillar, shop.
        private static readonly Color32[] Palette =
        {
            new Color32(0, 0, 223, 255), new Color32(0, 48, 255, 255), new Color32(0, 128, 255, 255), new Color32(0, 207, 255, 255),
            new Color32(32, 255, 223, 255), new Color32(112, 255, 143, 255), new Color32(191, 255, 64, 255), new Color32(255, 239, 0, 255),
            new Color32(255, 159, 0, 255), new Color32(255, 80, 0, 255), new Color32(255, 0, 0, 255), new Color32(175, 0, 0, 255),
        };

        public int brush = 6;

        private Pix2PixTranslator _translator;
        private Texture2D _labels;
        private Color32[] _pixels;
        private int _class = 2;
        private StyleValue[] _values;
        private float[] _style;

        private void Start()
        {
            _translator = GetComponent<Pix2PixTranslator>();
            _labels = new Texture2D(Side, Side, TextureFormat.RGBA32, false) { filterMode = FilterMode.Point };
            _pixels = new Color32[Side * Side];
            for (var i = 0; i < _pixels.Length; i++)
            {
                _pixels[i] = Palette[1];
            }

            _translator.input = new RenderTexture(Side, Side, 0);
            _translator.output = new RenderTexture(Side, Side, 0);
            Show();
        }

        private void OnGUI()
        {
            var room = Mathf.Min(Screen.width / 2, Screen.height - 40);
            var left = new Rect(0, 40, room, room);
            for (var i = 0; i < Palette.Length; i++)
            {
                GUI.color = Palette[i];
                if (GUI.Button(new Rect(i * 40, 0, 38, 36), i == _class ? "o" : ""))
                {
                    _class = i;
                }
            }

            GUI.color = Color.white;
            GUI.DrawTexture(left, _labels);
            GUI.DrawTexture(new Rect(room, 40, room, room), _translator.output);
            Sliders(room);
            var happened = Event.current;
            if ((happened.type == EventType.MouseDown || happened.type == EventType.MouseDrag) && left.Contains(happened.mousePosition))
            {
                // Rows of a texture count from the bottom, the mouse from the top.
                var at = (happened.mousePosition - left.position) * (Side / left.width);
                Dab((int)at.x, Side - 1 - (int)at.y);
            }
        }

        private void Sliders(float top)
        {
            if (_values == null && _translator.IsReady)
            {
                _values = _translator.StyleValues;
                _style = Array.ConvertAll(_values, value => value.Neutral);
            }

            var moved = false;
            for (var i = 0; _values != null && i < _values.Length; i++)
            {
                var value = GUI.HorizontalSlider(new Rect(160, 48 + top + (i * 20), 240, 18), _style[i], _values[i].Min, _values[i].Max);
                GUI.Label(new Rect(0, 44 + top + (i * 20), 156, 20), _values[i].Label);
                moved |= value != _style[i];
                _style[i] = value;
            }

            if (moved)
            {
                _translator.SetStyle(_style);
            }
        }

        private void Dab(int x, int y)
        {
            for (var row = Mathf.Max(y - brush, 0); row <= Mathf.Min(y + brush, Side - 1); row++)
            {
                for (var column = Mathf.Max(x - brush, 0); column <= Mathf.Min(x + brush, Side - 1); column++)
                {
                    _pixels[(row * Side) + column] = Palette[_class];
                }
            }

            Show();
        }

        private void Show()
        {
            _labels.SetPixels32(_pixels);
            _labels.Apply(false);
            Graphics.Blit(_labels, _translator.input);
        }
    }
}
