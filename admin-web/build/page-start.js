/* global document, localStorage, location, matchMedia, navigator */
// Runs inline before the first paint: a dark console never flashes white, and what the page in the address needs is asked
// for at once instead of file after file.
(function (files, words, pages) {
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = stored('console.theme');
  var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.toggle('dark', dark);

  var place = location.pathname.replace(/^\/console\/?/, '') + '/';
  var page = pages
    .filter(function (known) {
      return place.indexOf(known[0] + '/') === 0;
    })
    .sort(function (a, b) {
      return b[0].length - a[0].length;
    })[0];
  var isPublic = page && page[2];
  var ask = function (href, as) {
    var link = document.createElement('link');
    link.rel = as === 'script' ? 'modulepreload' : 'preload';
    link.as = as;
    // As Vite's own links ask for style sheets: otherwise each of them comes twice.
    if (as !== 'script') link.crossOrigin = 'anonymous';
    link.href = href;
    document.head.appendChild(link);
  };
  if (!isPublic) ask('/api/auth/me', 'fetch');
  var locale = stored('console.locale') || (navigator.language.indexOf('zh') === 0 ? 'zh' : 'en');
  words[(isPublic ? 'first ' : 'all ') + locale].concat(page ? page[1] : []).forEach(function (at) {
    ask('/console/' + files[at], /css$/.test(files[at]) ? 'style' : 'script');
  });
});
