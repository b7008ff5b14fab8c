import { html } from 'lit';
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import { PageElement } from '../components/element.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const dark = matchMedia('(prefers-color-scheme: dark)');
const calm = matchMedia('(prefers-reduced-motion: reduce)');

const NARROW = 480;

/** A label that leaves room for the figures. */
function shortened(value) {
  const label = String(this.getLabelForValue(value));
  const most = this.chart.width < NARROW ? 16 : 34;
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

/**
 * A chart, and the same figures as a table for whoever cannot see it or wants the numbers.
 *
 * `series` are `{name, values, colour, type}` with the name of one of the page's colours.
 */
class ChartElement extends PageElement {
  static properties = {
    heading: {}, labels: { attribute: false }, series: { attribute: false }, stacked: { type: Boolean }, horizontal: { type: Boolean }, format: { attribute: false },
  };
  #chart;

  connectedCallback() {
    super.connectedCallback();
    this.listen(dark, 'change', () => this.requestUpdate());
    this.until(() => this.#chart?.destroy());
  }

  updated() {
    this.#chart?.destroy();
    this.#chart = new Chart(this.querySelector('canvas'), this.#config());
  }

  #config() {
    const style = getComputedStyle(this);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    Chart.defaults.color = colour('text-quiet');
    Chart.defaults.font.family = style.fontFamily;
    const axis = (values) => ({ stacked: this.stacked, beginAtZero: true, grid: { color: colour('line'), display: values }, ticks: values ? { callback: this.format, precision: 0, maxRotation: 0, maxTicksLimit: 7 } : { maxRotation: 0, autoSkip: !this.horizontal, callback: shortened } });
    return {
      type: 'bar',
      data: {
        labels: this.labels,
        datasets: this.series.map((one) => ({
          type: one.type ?? 'bar', label: one.name, data: one.values, backgroundColor: colour(one.colour), borderColor: colour(one.colour), borderWidth: one.type === 'line' ? 2 : 0, tension: 0.25, spanGaps: true, maxBarThickness: 34,
        })),
      },
      options: {
        indexAxis: this.horizontal ? 'y' : 'x',
        animation: calm.matches ? false : { duration: 300 },
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false, axis: this.horizontal ? 'y' : 'x' },
        plugins: { legend: { display: this.series.length > 1, position: 'bottom', labels: { boxWidth: 12 } } },
        scales: this.horizontal ? { x: axis(true), y: axis(false) } : { x: axis(false), y: axis(true) },
      },
    };
  }

  render() {
    const shown = this.format ?? String;
    return html`<section class="panel chart"><h2>${this.heading}</h2>
      <div class="canvas"><canvas role="img" aria-label="${this.heading}: the figures are in the table below"></canvas></div>
      <details><summary>As a table</summary><div class="table-frame flat" tabindex="0" role="region" aria-label=${this.heading}><table>
        <thead><tr><td></td>${this.series.map((one) => html`<th scope="col" class="number">${one.name}</th>`)}</tr></thead>
        <tbody>${this.labels.map((label, i) => html`<tr><th scope="row">${label}</th>${this.series.map((one) => html`<td class="number">${one.values[i] == null ? '–' : shown(one.values[i])}</td>`)}</tr>`)}</tbody>
      </table></div></details></section>`;
  }
}
customElements.define('of-chart', ChartElement);
