/**
 * One direction of a tie for sigma: a stroke that keeps to the right like a car, so that the
 * two directions of a tie lie side by side, and ends in an arrow head. Dashed when unknown.
 */
import { EdgeProgram, floatColor } from "../../vendor/graph.js";
import { FRAGMENT_SHADER, STATIONS, VERTEX_SHADER } from "./shaders.js";

const { FLOAT, TRIANGLE_STRIP, UNSIGNED_BYTE } = WebGLRenderingContext;

export class StrokeProgram extends EdgeProgram {
  getDefinition() {
    return {
      VERTICES: STATIONS.length,
      VERTEX_SHADER_SOURCE: VERTEX_SHADER,
      FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_pixelRatio", "u_dimensions"],
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_sizes", size: 4, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_station", size: 3, type: FLOAT }],
      CONSTANT_DATA: STATIONS,
    };
  }

  processVisibleItem(edge, start, source, target, look) {
    const sizes = [look.size, source.size, target.size, look.dashed ? 1 : 0];
    const row = [source.x, source.y, target.x, target.y, ...sizes, floatColor(look.color), edge];
    this.array.set(row, start);
  }

  setUniforms({ matrix, sizeRatio, pixelRatio, width, height }, { gl, uniformLocations }) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniform2f(uniformLocations.u_dimensions, width * pixelRatio, height * pixelRatio);
  }
}

/** The pictures that move at this moment. */
export const moving = new WeakSet();

/** One of very many weaker strokes, which are left out while the picture moves. */
export class FaintProgram extends StrokeProgram {
  render(parameters) {
    if (!moving.has(this.renderer)) super.render(parameters);
  }
}
