/** Bundle each library the pages use into one ES module of static/vendor/. */
import { build } from "esbuild";

const bundles = {
  graph: `
    export { default as Graph } from "graphology";
    export { default as Sigma } from "sigma";
    export * from "sigma/rendering";
    export * from "sigma/utils";
  `,
  charts: `
    import { BarChart, LineChart, ScatterChart } from "echarts/charts";
    import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
    import { init, use } from "echarts/core";
    import { SVGRenderer } from "echarts/renderers";
    use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
    export { init };
  `,
};

for (const [name, contents] of Object.entries(bundles)) {
  await build({
    stdin: { contents, resolveDir: "." },
    outfile: `static/vendor/${name}.js`,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    legalComments: "inline",
    logLevel: "warning",
  });
}
