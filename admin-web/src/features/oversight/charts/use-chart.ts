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
): void {
  let chart: ECharts | undefined;
  let isGone = false;
  const fitting = new ResizeObserver(() => chart?.resize());

  onMounted(async () => {
    const { init } = await import('./echarts');
    if (isGone || !target.value) return;
    chart = init(target.value);
    chart.setOption(option.value);
    chart.on('click', ({ dataIndex }) => onPick?.(dataIndex));
    fitting.observe(target.value);
  });
  watch(option, (now) => chart?.setOption(now));
  onBeforeUnmount(() => {
    isGone = true;
    fitting.disconnect();
    chart?.dispose();
  });
}
