import { ElMessage } from 'element-plus';
import { type Sentence } from './use-sentence';

/** Short words at the top of the page; screen readers hear them as alerts. */
export const say = {
  done: (message: string) => ElMessage({ type: 'success', message, grouping: true }),
  failure: ({ detail, next }: Sentence) =>
    ElMessage({ type: 'error', message: `${detail} ${next}`, duration: 6000, showClose: true }),
};
