#version 330 core
// CanvasPass: class ids -> palette colours, hard-edged; with GRID lines between the pixels.

uniform vec2 uRows;         // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec2 uOrigin;       // the label map's top left corner, in pixels of the target
uniform float uScale;       // pixels of the target for one of the label map
uniform vec4 uSurround;     // the colour outside the label map
uniform usampler2D uLabels; // one class id a pixel
uniform sampler2D uPalette; // 256 x 1
uniform float uGrid;        // strength of the pixel grid, 0..1

out vec4 color;

void main()
{
    vec2 screen = vec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y);
    vec2 at = (screen - uOrigin) / uScale;
    ivec2 size = textureSize(uLabels, 0);
    ivec2 texel = ivec2(floor(at));
    bool inside = all(greaterThanEqual(texel, ivec2(0))) && all(lessThan(texel, size));
    color = inside ? texelFetch(uPalette, ivec2(int(texelFetch(uLabels, texel, 0).r), 0), 0) : uSurround;

#ifdef GRID
    if (inside && any(lessThan(fract(at) * uScale, vec2(1.0))))
    {
        color.rgb = mix(color.rgb, vec3(0.0), uGrid);
    }
#endif
}
