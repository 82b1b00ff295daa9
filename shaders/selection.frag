#version 330 core
// SelectionPass: the outline of what is selected, over whatever is there.

uniform vec2 uRows;       // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec2 uOrigin;     // the label map's top left corner, in pixels of the target
uniform float uScale;     // pixels of the target for one of the label map
uniform vec4 uArea;       // the selection's left, top, width and height in the label map
uniform bool uIsBox;      // whether all of the area belongs to it
uniform usampler2D uMask; // one number a pixel of the area; 0 = does not belong to it
uniform float uLine;      // thickness of either line, in pixels of the target

out vec4 color;

bool selected(vec2 at)
{
    ivec2 texel = ivec2(floor(at - uArea.xy));
    if (any(lessThan(texel, ivec2(0))) || any(greaterThanEqual(texel, ivec2(uArea.zw))))
    {
        return false;
    }

    return uIsBox || texelFetch(uMask, texel, 0).r != 0u;
}

void main()
{
    vec2 screen = vec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y);
    vec2 at = (screen - uOrigin) / uScale;
    float line = uLine / uScale;
    bool here = selected(at);
    bool left = selected(at - vec2(line, 0.0));
    bool right = selected(at + vec2(line, 0.0));
    bool up = selected(at - vec2(0.0, line));
    bool down = selected(at + vec2(0.0, line));
    if (here ? left && right && up && down : !(left || right || up || down))
    {
        discard;
    }

    // Dashes of both colours can be seen on every class.
    bool dash = mod(screen.x + screen.y, 8.0 * uLine) < 4.0 * uLine;
    color = vec4(vec3(here == dash ? 1.0 : 0.0), 1.0);
}
