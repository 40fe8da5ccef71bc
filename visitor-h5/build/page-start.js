/* global document, location, localStorage */
// Runs inline at the head of each page: names the language, chooses the static first screen and preloads the chunks of
// the page in the address. Old browsers read it as it is.
(function (firsts, pages) {
  var root = document.documentElement;
  var chosen = 'zh';
  var known = '';
  try {
    var asked = /[?&]lang=(\w+)/.exec(location.search);
    chosen = (asked ? asked[1] : localStorage.getItem('gatehouse.locale')) === 'en' ? 'en' : 'zh';
    if (localStorage.getItem('gatehouse.large-text')) root.className = 'large';
    if (localStorage.getItem('gatehouse.signed-in')) known = ' known';
  } catch {
    // without storage: Chinese, and letters of the usual size
  }
  root.lang = chosen === 'en' ? 'en' : 'zh-CN';
  var place = /^\/\w+\/?(\w*)\/?(.?)/.exec(location.pathname) || [];
  var first = place[1] + (place[2] ? '-one' : '');
  root.setAttribute('data-first', firsts.indexOf(first) < 0 ? 'any' : first);
  pages.forEach(function (page) {
    if (!new RegExp(page[0]).test(location.pathname + ' ' + chosen + known)) return;
    page.slice(1).forEach(function (file) {
      var link = document.createElement('link');
      link.rel = /css$/.test(file) ? 'stylesheet' : 'modulepreload';
      link.href = '/h5/' + file;
      document.head.appendChild(link);
    });
  });
});
