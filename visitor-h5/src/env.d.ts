/** For tools that do not read Vue files themselves, such as the linter. */
declare module '*.vue' {
  import { type DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
