// Draws the charts of a page from the tables' own figures (JSON beside each), and moves the as-of slider's words.
// Everything can be read without this file: each chart stands above a table that says the same.
"use strict";

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);
const COLOURS = matchMedia("(prefers-color-scheme: dark)").matches
  ? ["#7cc4e4", "#f0b27a", "#86d29d", "#d9a3cf", "#e5bf6d", "#f0998b"]
  : ["#0b5a7a", "#b5651d", "#1f6b3a", "#8a3b7a", "#7a5200", "#9c2b1c"];
const QUADS = ["#7fb3d5", "#1f6b3a", "#e0a458", "#9c2b1c"];

// Ticks stand on whole days, worded as on the page; the year is said where it begins.
const DAYS = [1, 2, 3, 7, 14, 30, 60, 90, 180, 365, 730, 1825].map((days) => days * 86400);
const named = (seconds) => new Date(seconds * 1000).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const years = (ticks, between) => ticks.map((tick, i) =>
  i && day(tick).slice(0, 4) === day(ticks[i - 1]).slice(0, 4) ? named(tick) : named(tick) + between + day(tick).slice(0, 4));
const utc = (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC");

function axes(left) {
  const ink = css("--soft"), line = css("--line");
  const plain = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line } };
  return [{ ...plain, incrs: DAYS, values: (_, ticks) => years(ticks, "\n") }, { ...plain, ...left }];
}

function plannedDates(data) {
  const series = data.sources.map((name, i) => ({
    label: name, stroke: COLOURS[i % COLOURS.length], width: 2, spanGaps: true, points: { show: true, size: 9 },
    value: (_, v) => (v == null ? "–" : day(v)),
  }));
  return {
    series: [{ label: "said on", value: (_, v) => (v == null ? "–" : day(v)) }, ...series],
    scales: { x: { time: true, range: padded }, y: { range: padded } },
    axes: axes({ size: 92, incrs: DAYS, values: (_, ticks) => years(ticks, " ") }),
    data: [data.days, ...data.dates],
  };
}

function padded(_, low, high) {
  const room = Math.max((high - low) * 0.08, 86400);
  return [low - room, high + room];
}

// The whole has half a week of room at both ends, for the bars, and for one week, around which uPlot would make up years.
function weekly({ data: [weeks] }, low, high) {
  const [first, last, room] = [weeks[0], weeks.at(-1), 4 * 86400];
  return weeks.length === 1 || (low === first && high === last) ? [first - room, last + room] : [low, high];
}

function relationIndex(data) {
  const accent = css("--accent");
  return {
    series: [
      { label: "week of", value: (_, v) => (v == null ? "–" : day(v)) },
      { label: "high", stroke: "transparent", points: { show: false } },
      { label: "low", stroke: "transparent", points: { show: false } },
      { label: "level", stroke: accent, width: 2, points: { show: data.weeks.length === 1 } },
      { label: "week's mean", stroke: css("--soft"), width: 0, paths: () => null, points: { show: true, size: 5 } },
    ],
    bands: [{ series: [1, 2], fill: accent + "30" }],
    scales: { x: { time: true, range: weekly } },
    axes: axes({ size: 48 }),
    data: [data.weeks, data.high, data.low, data.index, data.mean],
    onclick: (week) => { const row = document.getElementById("week-" + day(week)); if (row) row.scrollIntoView(); },
  };
}

function stackedCounts(data) {
  const sums = data.counts.reduce((all, row) => [...all, row.map((n, i) => n + (all.at(-1) || [])[i] || n)], []);
  const bars = uPlot.paths.bars({ size: [0.8, 40] });
  const series = data.quads.map((name, i) => ({ label: name, fill: QUADS[i], stroke: QUADS[i], paths: bars, points: { show: false } }));
  return {
    series: [{ label: "week of", value: (_, v) => (v == null ? "–" : day(v)) }, ...series.reverse()],
    scales: { x: { time: true, range: weekly }, y: { range: (_, __, high) => [0, Math.max(high, 1)] } },
    axes: axes({ size: 48, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] }),
    data: [data.weeks, ...sums.reverse()],
  };
}

const KINDS = { "planned-dates": plannedDates, "relation-index": relationIndex, "stacked-counts": stackedCounts };

function draw(place) {
  const data = JSON.parse(document.getElementById(place.dataset.from).textContent);
  const { data: columns, onclick, ...options } = KINDS[place.dataset.chart](data);
  place.replaceChildren();
  const chart = new uPlot({ width: place.clientWidth || 600, height: 260, tzDate: utc, ...options }, columns, place);
  if (onclick) chart.over.addEventListener("click", () => onclick(columns[0][chart.cursor.idx]));
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 260 })).observe(place);
}

function sliders(root) {
  for (const slider of root.querySelectorAll("input[type=range][data-days]")) {
    const days = JSON.parse(slider.dataset.days), words = document.getElementById(slider.dataset.words);
    const field = slider.form.elements["as_of"];
    slider.addEventListener("input", () => { words.textContent = days[slider.value]; field.value = days[slider.value]; });
  }
}

function ready(root) {
  root.querySelectorAll(".chart[data-chart]").forEach(draw);
  sliders(root);
}

document.addEventListener("DOMContentLoaded", () => ready(document));
// What was swapped in has the id of what it took the place of.
document.addEventListener("htmx:afterSwap", (event) => {
  const shown = document.getElementById(event.detail.target.id);
  if (shown) ready(shown);
});
