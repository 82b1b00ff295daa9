#version 330 core
// CompositePass: a picture, up-scaled in one of four ways (FILTER), alone or together with a second one (MODE). The pass defines both.

#define NEAREST 0
#define SMOOTH 1
#define SHARP 2
#define EDGE 3
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

float brightness(vec3 value)
{
    return dot(value, vec3(0.299, 0.587, 0.114));
}

// A window of two texels' reach that is 1 in the middle and negative before its end: Lanczos's, near enough and without a sine.
float window(float squared)
{
    float core = 0.4 * squared - 1.0;
    float end = 0.25 * squared - 1.0;
    return squared < 4.0 ? (1.5625 * core * core - 0.5625) * end * end : 0.0;
}

// Edge-directed: texels count along an edge from farther than across it, so that a slanted edge is a line and not a staircase. The direction is that of the structure tensor
// (the products of the gradients) around the pixel; where it has none, the window is round.
vec3 alongEdges(vec2 uv)
{
    ivec2 last = textureSize(uPicture, 0) - 1;
    vec2 at = uv * vec2(last + 1) - 0.5;
    ivec2 corner = ivec2(floor(at));
    vec2 f = at - vec2(corner);
    vec3 texels[16];
    float light[16];
    for (int i = 0; i < 16; i++)
    {
        texels[i] = texel(corner + ivec2(i % 4 - 1, i / 4 - 1), last);
        light[i] = brightness(texels[i]);
    }

    vec3 tensor = vec3(0.0);
    for (int i = 0; i < 4; i++)
    {
        ivec2 inner = ivec2(i % 2, i / 2);
        int middle = (inner.y + 1) * 4 + inner.x + 1;
        vec2 gradient = vec2(light[middle + 1] - light[middle - 1], light[middle + 4] - light[middle - 4]);
        vec2 near = mix(1.0 - f, f, vec2(inner));
        tensor += near.x * near.y * vec3(gradient.x * gradient.x, gradient.y * gradient.y, gradient.x * gradient.y);
    }

    float sum = tensor.x + tensor.y;
    float difference = length(vec2(tensor.x - tensor.y, 2.0 * tensor.z));
    float coherence = difference / (sum + 1e-4);
    float angle = 0.5 * atan(2.0 * tensor.z, tensor.x - tensor.y + 1e-9);
    vec2 across = vec2(cos(angle), sin(angle));
    vec2 along = vec2(-across.y, across.x);
    vec4 total = vec4(0.0);
    for (int i = 0; i < 16; i++)
    {
        vec2 offset = vec2(i % 4 - 1, i / 4 - 1) - f;
        vec2 turned = vec2(dot(offset, along) * mix(1.0, 0.55, coherence), dot(offset, across));
        float weight = window(dot(turned, turned));
        total += vec4(texels[i] * weight, weight);
    }

    vec3 low = min(min(texels[5], texels[6]), min(texels[9], texels[10]));
    vec3 high = max(max(texels[5], texels[6]), max(texels[9], texels[10]));
    return clamp(total.rgb / total.a, low, high);
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
#elif FILTER == SHARP
    vec3 picture = sharp(uv);
#else
    vec3 picture = alongEdges(uv);
#endif

#if MODE == OVERLAY
    picture = mix(picture, nearest(uSecond, uv), uOpacity);
#endif
    color = vec4(picture, 1.0);
}
