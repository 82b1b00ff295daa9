namespace Pix2Pix.Realtime.Unity.Interop
{
    /// <summary>One number of a generator's style.</summary>
    public sealed class StyleValue
    {
        public StyleValue(string name, string label, float min, float max, float neutral)
        {
            Name = name;
            Label = label;
            Min = min;
            Max = max;
            Neutral = neutral;
        }

        /// <summary>Such as "brightness" or "wall.red".</summary>
        public string Name { get; }

        /// <summary>What people read.</summary>
        public string Label { get; }

        public float Min { get; }

        public float Max { get; }

        /// <summary>Its value after a load.</summary>
        public float Neutral { get; }
    }
}
