import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TooltipComponentOption } from 'echarts/components';
import type { ComposeOption, ECharts } from 'echarts/core';
import { onBeforeUnmount, onMounted, type Ref, watch } from 'vue';

export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TooltipComponentOption
>;

/** Draws a chart into an element as soon as the chart library has arrived, and keeps it fitting and fresh. */
export function useChart(
  target: Ref<HTMLElement | null>,
  option: Ref<ChartOption>,
  onPick?: (index: number) => void,
  along: 'x' | 'y' = 'y',
): void {
  let chart: ECharts | undefined;
  let isGone = false;
  const fitting = new ResizeObserver(() => chart?.resize());

  onMounted(async () => {
    const { init } = await import('./echarts');
    if (isGone || !target.value) return;
    chart = init(target.value);
    chart.setOption(option.value);
    // Anywhere in the column or row of a value, not on the thin line alone.
    chart.getZr().on('click', ({ offsetX, offsetY }) => {
      const [x, y] = chart?.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]) ?? [];
      if (!chart?.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return;
      const index = along === 'x' ? x : y;
      if (index !== undefined) onPick?.(Math.round(index));
    });
    fitting.observe(target.value);
  });
  watch(option, (now) => chart?.setOption(now));
  onBeforeUnmount(() => {
    isGone = true;
    fitting.disconnect();
    chart?.dispose();
  });
}
