// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import PlateKeyboard from './PlateKeyboard.vue';

function show() {
  const wrapper = mount(PlateKeyboard, {
    attachTo: document.body,
    props: {
      modelValue: '',
      'onUpdate:modelValue': (modelValue: string) => wrapper.setProps({ modelValue }),
    },
  });
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      const button = [...document.querySelectorAll<HTMLButtonElement>('.plate-keys button')].find(
        ({ textContent }) => textContent?.trim() === key,
      );
      button!.click();
      await wrapper.vm.$nextTick();
    }
  };
  const type = async (key: string) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await wrapper.vm.$nextTick();
  };
  return { wrapper, press, type, plate: () => wrapper.props('modelValue') };
}

describe('the plate keyboard', () => {
  let shown: ReturnType<typeof show>;
  afterEach(() => shown.wrapper.unmount());

  it('writes what is pressed and stops at eight', async () => {
    shown = show();
    await shown.press('浙', 'E', 'D', '1', '2', '3', '4', '5');
    expect(shown.plate()).toBe('浙ED12345');
    expect(document.querySelector<HTMLButtonElement>('.plate-keys button')!.disabled).toBe(true);
  });

  it('takes back the last character', async () => {
    shown = show();
    await shown.press('浙', 'E', 'ui.plateBackspace');
    expect(shown.plate()).toBe('浙');
  });

  it('listens to real keys, and only to those it shows', async () => {
    shown = show();
    await shown.press('浙');
    await shown.type('1');
    await shown.type('e');
    expect(shown.plate()).toBe('浙E');
  });

  it('asks to close on Escape', async () => {
    shown = show();
    await shown.type('Escape');
    expect(shown.wrapper.emitted('close')).toHaveLength(1);
  });
});
