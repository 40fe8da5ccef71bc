import { inject, provide, type InjectionKey } from 'vue';
import { type ApplicationForm } from './form.ts';

/** Apart from the form, so that the later steps need not import the chunk of the first one. */
const formKey: InjectionKey<ApplicationForm> = Symbol('application form');

export const provideForm = (form: ApplicationForm): void => provide(formKey, form);

/** The form of the page around this part. */
export function useForm(): ApplicationForm {
  const form = inject(formKey);
  if (!form) throw new Error('no application form on this page');
  return form;
}
