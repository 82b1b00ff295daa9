#version 330 core
// WallPass: a picture on a flat wall in space. Each pixel finds its place on the wall; what lies beside it or behind the eye is left alone.

uniform vec2 uRows;        // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec4 uArea;        // left, top, width, height of what the camera sees, in pixels
uniform vec3 uToU;         // from (x, y, 1) in -1..1 to the place on the wall, all three over the distance
uniform vec3 uToV;
uniform vec3 uToNear;
uniform float uLight;
uniform sampler2D uPicture;

out vec4 color;

void main()
{
    vec2 at = (vec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y) - uArea.xy) / uArea.zw;
    vec3 eye = vec3(at.x * 2.0 - 1.0, 1.0 - at.y * 2.0, 1.0);
    float near = dot(uToNear, eye);
    vec2 uv = vec2(dot(uToU, eye), dot(uToV, eye)) / near;
    if (near <= 0.0 || any(lessThan(uv, vec2(0.0))) || any(greaterThan(uv, vec2(1.0))))
    {
        discard;
    }

    color = vec4(textureLod(uPicture, uv, 0.0).rgb * uLight, 1.0);
}
