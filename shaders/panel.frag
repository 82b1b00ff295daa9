#version 330 core
// PanelPass: the panel's texture, pixel for pixel, alpha premultiplied.

uniform vec2 uRows; // row from the top = uRows.x + uRows.y * gl_FragCoord.y
uniform sampler2D uPanel;

out vec4 color;

void main()
{
    color = texelFetch(uPanel, ivec2(gl_FragCoord.x, uRows.x + uRows.y * gl_FragCoord.y), 0);
}
