#version 330 core
// CanvasPass: the outline of what the brush would paint, over whatever is there.

uniform vec2 uRows;      // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec2 uOrigin;    // the label map's top left corner, in pixels of the target
uniform float uScale;    // pixels of the target for one of the label map
uniform vec3 uBrush;     // centre in the label map, size in pixels of it
uniform bool uRound;
uniform float uLine;     // thickness of either line, in pixels of the target

out vec4 color;

// Whether the brush would paint the label map's pixel around that point.
bool painted(vec2 at)
{
    vec2 distance = floor(at) + 0.5 - uBrush.xy;
    float reach = uBrush.z * 0.5;
    return uRound ? dot(distance, distance) < reach * reach : all(lessThan(abs(distance), vec2(reach)));
}

void main()
{
    vec2 screen = vec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y);
    vec2 at = (screen - uOrigin) / uScale;
    float line = uLine / uScale;
    bool here = painted(at);
    bool left = painted(at - vec2(line, 0.0));
    bool right = painted(at + vec2(line, 0.0));
    bool up = painted(at - vec2(0.0, line));
    bool down = painted(at + vec2(0.0, line));
    bool around = left && right && up && down;
    if (here ? around : !(left || right || up || down))
    {
        discard;
    }

    // White along the inner edge and black along the outer one can be seen on every colour.
    color = vec4(vec3(here ? 1.0 : 0.0), 1.0);
}
