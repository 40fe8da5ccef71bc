/* global document, localStorage, matchMedia */
// Runs before the first paint, so that a dark console never flashes white.
(function () {
  var chosen = localStorage.getItem('console.theme');
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark', dark);
})();
