import type { EChartsOption } from './Chart';
import type { Look } from './look';

const FONT = '"Inter Variable", system-ui, sans-serif';

/** Lines of a tooltip. Built as nodes, not as HTML: names of stages are anybody's text. */
export interface TipLine {
  label: string;
  value: string;
  colour?: string;
}

export function tip(title: string, lines: readonly TipLine[]): HTMLElement {
  const box = document.createElement('div');
  const head = document.createElement('div');
  head.textContent = title;
  head.style.cssText = 'font-weight:600;margin-bottom:4px';
  box.append(head);
  for (const { label, value, colour } of lines) {
    const row = document.createElement('div');
    row.style.cssText =
      'display:flex;gap:16px;justify-content:space-between;font-variant-numeric:tabular-nums';
    const name = document.createElement('span');
    if (colour) {
      const dot = document.createElement('span');
      dot.style.cssText = `display:inline-block;width:8px;height:8px;border-radius:2px;margin-right:6px;background:${colour}`;
      name.append(dot);
    }
    name.append(label);
    const figure = document.createElement('span');
    figure.textContent = value;
    figure.style.fontWeight = '550';
    row.append(name, figure);
    box.append(row);
  }
  return box;
}

/** What all charts share. */
export function base(look: Look): EChartsOption {
  return {
    animation: !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 350,
    textStyle: { fontFamily: FONT, color: look.ink },
    grid: { left: 0, right: 0, top: 34, bottom: 0, containLabel: true },
    legend: {
      top: 0,
      left: 0,
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 16,
      icon: 'roundRect',
      textStyle: { color: look.soft, fontFamily: FONT, fontSize: 12 },
      inactiveColor: look.line,
      selectedMode: false,
    },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: look.line, opacity: 0.35 } },
      backgroundColor: look.raised,
      borderColor: look.line,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: look.ink, fontFamily: FONT, fontSize: 12 },
      extraCssText: 'border-radius:7px;box-shadow:0 8px 20px rgb(9 40 50 / 14%)',
      confine: true,
    },
  };
}

export function categories(look: Look, data: readonly string[], extra: object = {}) {
  return {
    type: 'category' as const,
    data: [...data],
    axisLine: { lineStyle: { color: look.line } },
    axisTick: { show: false },
    axisLabel: { color: look.soft, fontSize: 12, ...extra },
  };
}

/** Names of stages left of their bars; a second line, the pipeline, stands back. */
export function stageAxis(look: Look, names: readonly string[], narrow: boolean) {
  const width = narrow ? 96 : 132;
  return {
    ...categories(look, names, {
      width,
      overflow: 'truncate',
      color: look.ink,
      formatter: (name: string) => {
        const [first, second] = name.split('\n');
        return second === undefined ? `{stage|${first}}` : `{stage|${first}}\n{pipeline|${second}}`;
      },
      rich: {
        stage: {
          color: look.ink,
          fontSize: 12.5,
          align: 'right' as const,
          width,
          overflow: 'truncate' as const,
        },
        pipeline: {
          color: look.soft,
          fontSize: 11,
          lineHeight: 15,
          align: 'right' as const,
          width,
          overflow: 'truncate' as const,
        },
      },
    }),
    axisLine: { show: false },
    inverse: true,
  };
}

export function amounts(look: Look, label: (value: number) => string) {
  return {
    type: 'value' as const,
    axisLabel: { color: look.soft, fontSize: 12, formatter: label },
    splitLine: { lineStyle: { color: look.line, type: 'dashed' as const } },
    splitNumber: 4,
    minInterval: 1,
  };
}
