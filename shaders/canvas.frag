#version 330 core
// CanvasPass: class ids -> palette colours, hard-edged; with GRID lines between the pixels, with BRUSH an outline over them.

uniform vec2 uRows;         // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec2 uOrigin;       // the label map's top left corner, in pixels of the target
uniform float uScale;       // pixels of the target for one of the label map
uniform vec4 uSurround;     // the colour outside the label map
uniform usampler2D uLabels; // one class id a pixel
uniform sampler2D uPalette; // 256 x 1
uniform float uGrid;        // strength of the pixel grid, 0..1
uniform vec3 uBrush;        // centre in the label map, size in pixels of it
uniform bool uBrushRound;

out vec4 color;

// Whether the brush would paint the label map's pixel around that point.
bool painted(vec2 at)
{
    vec2 distance = floor(at) + 0.5 - uBrush.xy;
    float reach = uBrush.z * 0.5;
    return uBrushRound ? dot(distance, distance) < reach * reach : all(lessThan(abs(distance), vec2(reach)));
}

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

#ifdef BRUSH
    float pixel = 1.0 / uScale;
    bool here = painted(at);
    bool left = painted(at - vec2(pixel, 0.0));
    bool right = painted(at + vec2(pixel, 0.0));
    bool up = painted(at - vec2(0.0, pixel));
    bool down = painted(at + vec2(0.0, pixel));

    // White along the inner edge and black along the outer one can be seen on every colour.
    if (here && !(left && right && up && down))
    {
        color.rgb = vec3(1.0);
    }
    else if (!here && (left || right || up || down))
    {
        color.rgb = vec3(0.0);
    }
#endif
}
