// The numbers of a table drawn: colours of the page and a pattern for each, no motion where unwanted.

const said = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const DAY = 24 * 3600 * 1000;
const still = matchMedia("(prefers-reduced-motion: reduce)");

function common(data) {
  const ink = said("--ink");
  return {
    animation: !still.matches,
    aria: { enabled: true, decal: { show: true } },
    color: ["--blue", "--yellow", "--red", "--green", "--grey"].map(said),
    textStyle: { color: ink, fontFamily: said("--type") },
    title: { text: data.title, left: 0, top: 4, textStyle: { color: ink, fontSize: 15 } },
    legend: { top: 32, left: 0, textStyle: { color: ink }, type: "scroll" },
    tooltip: { renderMode: "richText", trigger: "axis", axisPointer: { type: "shadow" } },
    grid: { left: 8, right: 32, top: 64, bottom: 24, containLabel: true },
  };
}

const axis = () => ({ axisLabel: { color: said("--ink") }, axisLine: { lineStyle: { color: said("--edge") } }, splitLine: { lineStyle: { color: said("--line") } } });

const names = (data) => ({ ...axis(), type: "category", inverse: true, data: data.labels, axisLabel: { color: said("--ink"), width: 150, overflow: "truncate" } });

function bars(data) {
  const stack = data.kind === "stack" ? "all" : undefined;
  return {
    ...common(data),
    xAxis: { ...axis(), type: "value", name: data.unit, max: data.unit === "%" ? 100 : undefined, minInterval: data.unit === "%" ? undefined : 1 },
    yAxis: names(data),
    series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.data, stack, barMaxWidth: 22, label: { show: true, color: stack ? undefined : said("--ink"), position: stack ? "inside" : "right", formatter: (at) => (at.value ? String(at.value) : "") } })),
  };
}

function spans(data) {
  const [from, to, count] = data.series.map((one) => one.data);
  const rows = data.labels.map((_, n) => [n, Date.parse(from[n]), Date.parse(to[n]) + DAY, count[n]]);
  return {
    ...common(data),
    legend: { show: false },
    tooltip: { renderMode: "richText", formatter: (at) => `${data.labels[at.value[0]]}\n${from[at.value[0]]} 至 ${to[at.value[0]]}\n${count[at.value[0]]}件` },
    xAxis: { ...axis(), type: "time" },
    yAxis: names(data),
    series: [{
      type: "custom",
      encode: { x: [1, 2], y: 0 },
      data: rows,
      renderItem: (_, api) => {
        const start = api.coord([api.value(1), api.value(0)]);
        const end = api.coord([api.value(2), api.value(0)]);
        const height = api.size([0, 1])[1] * 0.6;
        const width = Math.max(4, end[0] - start[0]);
        return {
          type: "group",
          children: [
            { type: "rect", shape: { x: start[0], y: start[1] - height / 2, width, height }, style: { fill: said("--red") } },
            { type: "text", style: { x: start[0] + width + 4, y: start[1], text: `${api.value(3)}件`, fill: said("--ink"), textVerticalAlign: "middle" } },
          ],
        };
      },
    }],
  };
}

const option = (data) => (data.kind === "span" ? spans(data) : bars(data));

function save(name, address) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

function picture(kind, chart, data) {
  const [width, height, name] = [chart.getWidth(), chart.getHeight(), `${data.title}.${kind}`];
  if (kind === "png") return save(name, chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: said("--card") }));
  const drawn = window.echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  drawn.setOption({ ...option(data), animation: false, backgroundColor: said("--card") });
  const address = URL.createObjectURL(new Blob([drawn.renderToSVGString()], { type: "image/svg+xml" }));
  save(name, address);
  drawn.dispose();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

for (const figure of window.echarts ? document.querySelectorAll("[data-chart]") : []) {
  const data = JSON.parse(figure.querySelector("script").textContent);
  const canvas = figure.querySelector(".canvas");
  const each = data.kind === "bar" ? 22 * data.series.length + 14 : 36;
  canvas.style.height = `${Math.max(220, 110 + each * data.labels.length)}px`;
  figure.hidden = false;
  const chart = window.echarts.init(canvas, null, { renderer: "canvas" });
  chart.setOption(option(data));
  new ResizeObserver(() => chart.resize()).observe(canvas);
  for (const button of figure.querySelectorAll("[data-picture]")) {
    button.addEventListener("click", () => picture(button.dataset.picture, chart, data));
  }
}
