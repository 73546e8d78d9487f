/** What the benchmark of the map asks of a page; every time is in milliseconds. */
({
  /** Time of each frame of a pan, and of it what scripts took. */
  pan: async (frames) => {
    const { drawing } = document.querySelector("relationship-map");
    const { sigma } = drawing;
    const camera = sigma.getCamera();
    const render = sigma.render.bind(sigma);
    let scripts = 0;
    sigma.render = () => {
      const start = performance.now();
      render();
      scripts += performance.now() - start;
      return sigma;
    };
    const tick = () => new Promise(requestAnimationFrame);
    await tick();
    const start = performance.now();
    for (let at = 0; at < frames; at++) {
      camera.setState({ x: 0.5 + 0.1 * Math.sin(at / 5), y: 0.5 + 0.1 * Math.cos(at / 5) });
      await tick();
    }
    const whole = performance.now() - start;
    sigma.render = render;
    return { frame: whole / frames, scripts: scripts / frames };
  },
  /**
   * Note when all is handed to the graphics card and when it is drawn, counted from the click that led here.
   * The page notes it itself: who asks from outside is answered late, when the picture has been rendered long since.
   */
  watch: () => {
    globalThis.drawn = new Promise((done) => {
      const told = () => {
        const handed = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => done({ handed, drawn: performance.now() })));
      };
      document.addEventListener("map:drawn", told, { once: true, capture: true });
    });
  },
  drawn: () => globalThis.drawn,
  /** Where everybody stands, and each direction of each tie. */
  network: () => {
    const { data: { people, ties } } = document.querySelector("relationship-map");
    const strokes = ties.low.flatMap((low, row) => [
      ...(ties.there[row] ? [[low, ties.high[row]]] : []), ...(ties.back[row] ? [[ties.high[row], low]] : [])]);
    return { x: people.x, y: people.y, strokes };
  },
  /** The same people and ties in cytoscape: from elements to drawn, and a frame of a pan. */
  cytoscape: async ({ x, y, strokes, frames }) => {
    const start = performance.now();
    const nodes = x.map((at, id) => ({ data: { id: String(id) }, position: { x: at * 600, y: -y[id] * 600 } }));
    const edges = strokes.map(([source, target]) => ({ data: { source: String(source), target: String(target) } }));
    const container = document.body.appendChild(document.createElement("div"));
    Object.assign(container.style, { width: "1100px", height: "700px" });
    const style = [
      { selector: "node", style: { width: 6, height: 6 } },
      { selector: "edge", style: { width: 1, "curve-style": "bezier", "target-arrow-shape": "triangle" } },
    ];
    const cy = cytoscape({ container, elements: { nodes, edges }, style, layout: { name: "preset" }, hideEdgesOnViewport: true });
    await new Promise((done) => cy.one("render", done));
    const tick = () => new Promise(requestAnimationFrame);
    await tick();
    const drawn = performance.now() - start;
    const begun = performance.now();
    for (let at = 0; at < frames; at++) {
      cy.panBy({ x: 10 * Math.sin(at / 5), y: 10 * Math.cos(at / 5) });
      await tick();
    }
    return { drawn, frame: (performance.now() - begun) / frames };
  },
});
