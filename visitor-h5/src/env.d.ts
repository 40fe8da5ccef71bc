/** For tools that do not read Vue files themselves, such as the linter. */
declare module '*.vue' {
  import { type DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}

declare module 'virtual:visitor/words/*' {
  const words: Record<string, string>;
  export default words;
}
