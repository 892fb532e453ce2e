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

const NAME_WIDE = 150;
const NAME_HIGH = 16;

const axis = () => ({ axisLabel: { color: said("--ink") }, axisLine: { lineStyle: { color: said("--edge") } }, splitLine: { lineStyle: { color: said("--line") } } });

const names = (data) => ({ ...axis(), type: "category", inverse: true, data: data.labels, axisLabel: { color: said("--ink"), width: NAME_WIDE, lineHeight: NAME_HIGH, overflow: "break", interval: 0 } });

// How high a row is in which every name stands whole, in as many lines as the longest needs.
const rowHigh = (labels) => NAME_HIGH * Math.max(...labels.map((name) => Math.ceil((12 * name.length) / NAME_WIDE))) + 8;

function bars(data) {
  const stack = data.kind === "stack" ? "all" : undefined;
  return {
    ...common(data),
    xAxis: { ...axis(), type: "value", name: data.unit, max: data.unit === "%" ? 100 : undefined, minInterval: data.unit === "%" ? undefined : 1 },
    yAxis: names(data),
    series: data.series.map((one) => ({ type: "bar", name: one.name, data: one.data, stack, barMaxWidth: 22, label: { show: true, color: stack ? undefined : said("--ink"), position: stack ? "inside" : "right", formatter: (at) => (at.value ? String(at.value) : "") } })),
  };
}

// Where a bar's words stand: behind it, in it, or before it, wherever they are not cut off.
function beside(start, width, words, room) {
  const [end, wide] = [start + width, 12 * words.length + 8];
  if (end + wide <= room) return { x: end + 4, textAlign: "left", fill: said("--ink") };
  if (wide <= width) return { x: end - 4, textAlign: "right", fill: said("--card") };
  return { x: start - 4, textAlign: "right", fill: said("--ink") };
}

// Days, not moments: read and drawn in one zone, wherever the browser stands.
const day = (iso) => iso.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

function spans(data) {
  const [from, to, count] = data.series.map((one) => one.data);
  const [, , , state, level] = data.series.map((one) => one.data);
  const rows = data.labels.map((_, n) => [n, Date.parse(from[n]), Date.parse(to[n]) + DAY, count[n]]);
  return {
    ...common(data),
    useUTC: true,
    legend: { show: false },
    tooltip: { renderMode: "richText", formatter: (at) => `${data.labels[at.value[0]]}\n${day(from[at.value[0]])}至${day(to[at.value[0]])}\n${count[at.value[0]]}件，${state[at.value[0]]}` },
    xAxis: { ...axis(), type: "time", minInterval: DAY, axisLabel: { color: said("--ink"), formatter: "{M}月{d}日", hideOverlap: true } },
    yAxis: names(data),
    series: [{
      type: "custom",
      encode: { x: [1, 2], y: 0 },
      data: rows,
      renderItem: ({ coordSys }, api) => {
        const start = api.coord([api.value(1), api.value(0)]);
        const end = api.coord([api.value(2), api.value(0)]);
        const height = api.size([0, 1])[1] * 0.6;
        const width = Math.max(4, end[0] - start[0]);
        const text = `${api.value(3)}件，${state[api.value(0)]}`;
        const place = beside(start[0], width, text, coordSys.x + coordSys.width + 32);
        return {
          type: "group",
          children: [
            { type: "rect", shape: { x: start[0], y: start[1] - height / 2, width, height }, style: { fill: said(`--${level[api.value(0)]}`) } },
            { type: "text", style: { ...place, y: start[1], text, textVerticalAlign: "middle" } },
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

const WORDS_HIGH = 28;

// What stands around the chart on the page goes into its picture: as of when, of where, since when.
function reported(data, words) {
  const drawn = option(data);
  const title = { ...drawn.title, subtext: words, itemGap: 6, subtextStyle: { color: said("--ink"), fontSize: 12 } };
  const [legend, grid] = [drawn.legend, drawn.grid].map((one) => ({ ...one, top: (one.top || 0) + WORDS_HIGH }));
  return { ...drawn, title, legend, grid, animation: false, backgroundColor: said("--card") };
}

function picture(kind, chart, data, words) {
  const [width, height, name] = [chart.getWidth(), chart.getHeight() + WORDS_HIGH, `${data.title}.${kind}`];
  const svg = kind === "svg";
  const [on, how] = svg ? [null, { renderer: "svg", ssr: true }] : [document.createElement("div"), { renderer: "canvas" }];
  const drawn = window.echarts.init(on, null, { ...how, width, height });
  drawn.setOption(reported(data, words));
  const address = svg ? URL.createObjectURL(new Blob([drawn.renderToSVGString()], { type: "image/svg+xml" })) : drawn.getDataURL({ type: "png", pixelRatio: 2 });
  save(name, address);
  drawn.dispose();
  if (svg) setTimeout(() => URL.revokeObjectURL(address), 10000);
}

for (const figure of window.echarts ? document.querySelectorAll("[data-chart]") : []) {
  const data = JSON.parse(figure.querySelector("script").textContent);
  const canvas = figure.querySelector(".canvas");
  const each = Math.max(data.kind === "bar" ? 22 * data.series.length + 14 : 36, rowHigh(data.labels));
  canvas.style.height = `${Math.max(220, 110 + each * data.labels.length)}px`;
  figure.hidden = false;
  const chart = window.echarts.init(canvas, null, { renderer: "canvas" });
  chart.setOption(option(data));
  new ResizeObserver(() => chart.resize()).observe(canvas);
  for (const button of figure.querySelectorAll("[data-picture]")) {
    button.addEventListener("click", () => picture(button.dataset.picture, chart, data, figure.dataset.words));
  }
}
