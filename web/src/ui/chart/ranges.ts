import type { CustomSeriesOption } from 'echarts/charts';

/** A forecast of one category: from low to high, with its middle. */
export interface RangeMark {
  low: number;
  middle: number;
  high: number;
}

interface RangesProps {
  name: string;
  /** One for each category, in order; null draws nothing. */
  marks: readonly (RangeMark | null)[];
  colour: string;
  /** Widest bar, in pixels. */
  widest: number;
  z?: number;
  /** Drawn as thin whiskers, edged with this colour so that they can be seen over bars. */
  edge?: string;
}

const SHARE_OF_CATEGORY = 0.62;
const NARROWEST = 3;

/** A line from low to high with its ends and, thicker, its middle. */
function whisker(x: number, [top, across, bottom]: [number, number, number], width: number) {
  const line = (y1: number, y2: number, half: number) => ({ x1: x - half, y1, x2: x + half, y2 });
  return {
    upright: { x1: x, y1: top, x2: x, y2: bottom },
    ends: [line(top, top, width / 4), line(bottom, bottom, width / 4)],
    middle: line(across, across, width / 2),
  };
}

/** Upright bars from low to high with a line across the middle, one above each category. */
export function ranges({ name, marks, colour, widest, z = 2, edge }: RangesProps): CustomSeriesOption {
  return {
    type: 'custom',
    name,
    color: colour,
    itemStyle: { color: colour },
    silent: true,
    z,
    encode: { x: 0, y: [1, 2, 3] },
    data: marks.map((mark, index) =>
      mark ? [index, mark.low, mark.middle, mark.high] : [index, Number.NaN, Number.NaN, Number.NaN],
    ),
    renderItem: (_params, api) => {
      const [index, low, middle, high] = [0, 1, 2, 3].map((at) => Number(api.value(at))) as [
        number,
        number,
        number,
        number,
      ];
      if (Number.isNaN(low)) return null;
      const [x = 0, top = 0] = api.coord([index, high]);
      const [, across = 0] = api.coord([index, middle]);
      const [, bottom = 0] = api.coord([index, low]);
      const [category = 0] = (api.size?.([1, 0]) ?? []) as number[];
      const width = Math.max(NARROWEST, Math.min(widest, category * SHARE_OF_CATEGORY));
      const left = x - width / 2;
      if (edge) {
        const { upright, ends, middle: mid } = whisker(x, [top, across, bottom], width);
        const drawn = (shape: object, stroke: string, lineWidth: number) => ({
          type: 'line' as const,
          shape,
          style: { stroke, lineWidth, lineCap: 'round' as const },
        });
        const lines = (stroke: string, more: number) => [
          ...[upright, ...ends].map((shape) => drawn(shape, stroke, 1.5 + more)),
          drawn(mid, stroke, 3 + more),
        ];
        return { type: 'group', children: [...lines(edge, 2.5), ...lines(colour, 0)] };
      }
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: left, y: top, width, height: Math.max(1, bottom - top), r: 3 },
            style: { fill: colour, opacity: 0.24 },
          },
          {
            type: 'rect',
            shape: { x: left, y: across - 1.25, width, height: 2.5 },
            style: { fill: colour },
          },
        ],
      };
    },
  };
}
