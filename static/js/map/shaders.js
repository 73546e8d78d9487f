/** The shape of a stroke: a bent ribbon through eight stations, then an arrow head. */

const BODY = 8;

/** Along the ribbon (0 to 1), side (-1 or 1), part (0 ribbon, 1 barbs, 2 tip). */
export const STATIONS = [
  ...Array.from({ length: BODY + 1 }, (_, i) => [i / BODY, 0]),
  [1, 1],
  [1, 2],
].flatMap(([along, part]) => [
  [along, 1, part],
  [along, -1, part],
]);

export const VERTEX_SHADER = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_sizes; // stroke, source radius, target radius, 1 if dashed
attribute vec4 a_color;
attribute vec3 a_station;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform vec2 u_dimensions;
varying vec4 v_color;
varying vec4 v_stroke; // pixels across, half width, pixels along, length of a dash or 0

void main() {
  vec2 middle = u_dimensions * 0.5;
  vec2 source = (u_matrix * vec3(a_source, 1.0)).xy * middle;
  vec2 target = (u_matrix * vec3(a_target, 1.0)).xy * middle;
  float scale = u_pixelRatio / u_sizeRatio;
  float span = max(length(target - source), 1.0);
  vec2 ahead = (target - source) / span;
  vec2 bend = (source + target) * 0.5
    + vec2(ahead.y, -ahead.x) * (min(span * 0.12, 48.0 * u_pixelRatio) + a_sizes.x * scale);

  float width = max(a_sizes.x * scale, 0.8 * u_pixelRatio);
  float head = width * 1.5 + 4.0 * u_pixelRatio;
  float begin = min(a_sizes.y * scale / span, 0.45);
  float end = 1.0 - min((a_sizes.z * scale + u_pixelRatio) / span, 0.45);
  float neck = max(end - head / span, begin);
  float t = a_station.z > 1.5 ? end : mix(begin, neck, a_station.x);

  vec2 point = mix(mix(source, bend, t), mix(bend, target, t), t);
  vec2 heading = normalize(mix(bend - source, target - bend, t));
  float wide = width * 0.5;
  if (a_station.z > 0.5) wide = a_station.z > 1.5 ? 0.0 : wide + 2.2 * u_pixelRatio;
  v_color = a_color;

  float across = (wide + 0.7 * u_pixelRatio) * a_station.y;
  v_stroke = vec4(across, wide, t * span, a_sizes.w * (5.0 * u_pixelRatio + 2.5 * width));
  gl_Position = vec4((point + vec2(heading.y, -heading.x) * across) / middle, 0.0, 1.0);
}
`;

export const FRAGMENT_SHADER = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_stroke;

void main() {
  float cover = clamp(v_stroke.y + 0.5 - abs(v_stroke.x), 0.0, 1.0);
  if (v_stroke.w > 0.0 && fract(v_stroke.z / v_stroke.w) > 0.55) cover = 0.0;
  float alpha = v_color.a * cover;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;
