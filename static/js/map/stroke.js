/**
 * Strokes for sigma: each keeps to the right like a car, so that the two directions of a tie lie
 * side by side, and ends in an arrow head. Dashed when unknown. Sigma knows of no ties: it would keep
 * an object of each, and work through all of them again whenever somebody is pointed at.
 */
import { EdgeProgram } from "../../vendor/graph.js";
import { ITEMS } from "./handed.js";
import { FRAGMENT_SHADER, STATIONS, VERTEX_SHADER } from "./shaders.js";

const { FLOAT, TRIANGLE_STRIP, UNSIGNED_BYTE } = WebGLRenderingContext;

/** What each sigma draws: {rows, weak}, the first `weak` left out while it moves. */
export const strokesOf = new WeakMap();

const NONE = { rows: new Float32Array(), weak: 0 };

/** The sigmas whose picture moves at this moment. */
export const moving = new WeakSet();

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
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_station", size: 3, type: FLOAT }],
      CONSTANT_DATA: STATIONS,
    };
  }

  render(parameters) {
    const { rows, weak } = strokesOf.get(this.renderer) ?? NONE;
    this.array = moving.has(this.renderer) ? rows.subarray(weak * ITEMS) : rows;
    this.capacity = this.array.length / ITEMS;
    this.verticesCount = this.capacity * this.VERTICES;
    super.render(parameters);
  }

  setUniforms({ matrix, sizeRatio, pixelRatio, width, height }, { gl, uniformLocations }) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniform2f(uniformLocations.u_dimensions, width * pixelRatio, height * pixelRatio);
  }
}
