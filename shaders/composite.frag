#version 330 core
// CompositePass: a picture, up-scaled in one of three ways (FILTER), alone or together with a second one (MODE). The pass defines both.

#define NEAREST 0
#define SMOOTH 1
#define SHARP 2
#define PLAIN 0
#define SPLIT 1
#define OVERLAY 2

uniform vec2 uRows;          // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform vec2 uOrigin;        // the picture's top left corner, in pixels of the target
uniform float uScale;        // pixels of the target for one unit of uExtent
uniform vec2 uExtent;        // the picture's size in the view; its texture is stretched to it
uniform vec4 uSurround;      // the colour outside the picture
uniform sampler2D uPicture;
uniform sampler2D uSecond;   // left of the split, or over the picture; always hard-edged
uniform float uSplit;        // 0..1 of the picture's width
uniform float uOpacity;      // of the second picture when it lies over
uniform float uSharpness;    // 0..1

out vec4 color;

vec3 nearest(sampler2D source, vec2 uv)
{
    ivec2 size = textureSize(source, 0);
    return texelFetch(source, clamp(ivec2(floor(uv * vec2(size))), ivec2(0), size - 1), 0).rgb;
}

vec3 texel(ivec2 at, ivec2 last)
{
    return texelFetch(uPicture, clamp(at, ivec2(0), last), 0).rgb;
}

// Catmull-Rom over 4 x 4 texels. The middle two of each axis share one linear read, so nine reads do.
vec3 catmullRom(vec2 uv)
{
    vec2 size = vec2(textureSize(uPicture, 0));
    vec2 centre = floor(uv * size - 0.5) + 0.5;
    vec2 f = uv * size - centre;
    vec2 w0 = f * (-0.5 + f * (1.0 - 0.5 * f));
    vec2 w1 = 1.0 + f * f * (-2.5 + 1.5 * f);
    vec2 w2 = f * (0.5 + f * (2.0 - 1.5 * f));
    vec2 w3 = f * f * (-0.5 + 0.5 * f);
    vec2 w12 = w1 + w2;
    vec2 p0 = (centre - 1.0) / size;
    vec2 p12 = (centre + w2 / w12) / size;
    vec2 p3 = (centre + 2.0) / size;
    vec3 top = textureLod(uPicture, p0, 0.0).rgb * w0.x + textureLod(uPicture, vec2(p12.x, p0.y), 0.0).rgb * w12.x
        + textureLod(uPicture, vec2(p3.x, p0.y), 0.0).rgb * w3.x;
    vec3 middle = textureLod(uPicture, vec2(p0.x, p12.y), 0.0).rgb * w0.x + textureLod(uPicture, p12, 0.0).rgb * w12.x
        + textureLod(uPicture, vec2(p3.x, p12.y), 0.0).rgb * w3.x;
    vec3 bottom = textureLod(uPicture, vec2(p0.x, p3.y), 0.0).rgb * w0.x + textureLod(uPicture, vec2(p12.x, p3.y), 0.0).rgb * w12.x
        + textureLod(uPicture, p3, 0.0).rgb * w3.x;
    return top * w0.y + middle * w12.y + bottom * w3.y;
}

// Steeper edges without halos: away from the four texels' mean, but never beyond the brightest and darkest of them.
vec3 sharp(vec2 uv)
{
    ivec2 last = textureSize(uPicture, 0) - 1;
    ivec2 corner = ivec2(floor(uv * vec2(last + 1) - 0.5));
    vec3 a = texel(corner, last);
    vec3 b = texel(corner + ivec2(1, 0), last);
    vec3 c = texel(corner + ivec2(0, 1), last);
    vec3 d = texel(corner + ivec2(1, 1), last);
    vec3 curve = catmullRom(uv);
    vec3 steeper = curve + uSharpness * (curve - 0.25 * (a + b + c + d));
    return clamp(steeper, min(min(a, b), min(c, d)), max(max(a, b), max(c, d)));
}

void main()
{
    vec2 screen = vec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y);
    vec2 uv = (screen - uOrigin) / uScale / uExtent;
    if (any(lessThan(uv, vec2(0.0))) || any(greaterThanEqual(uv, vec2(1.0))))
    {
        color = uSurround;
        return;
    }

#if MODE == SPLIT
    float fromSplit = (uv.x - uSplit) * uExtent.x * uScale;
    if (fromSplit < 1.0)
    {
        color = fromSplit > -1.0 ? vec4(1.0) : vec4(nearest(uSecond, uv), 1.0);
        return;
    }
#endif

#if FILTER == NEAREST
    vec3 picture = nearest(uPicture, uv);
#elif FILTER == SMOOTH
    vec3 picture = textureLod(uPicture, uv, 0.0).rgb;
#else
    vec3 picture = sharp(uv);
#endif

#if MODE == OVERLAY
    picture = mix(picture, nearest(uSecond, uv), uOpacity);
#endif
    color = vec4(picture, 1.0);
}
