#version 330 core
// BlendPass: a share of the way from one picture to another of its size.

uniform sampler2D uFirst;
uniform sampler2D uSecond;
uniform float uShare;

out vec4 color;

void main()
{
    ivec2 at = ivec2(gl_FragCoord.xy);
    color = mix(texelFetch(uFirst, at, 0), texelFetch(uSecond, at, 0), uShare);
}
