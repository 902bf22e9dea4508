/* Keys, filters that apply themselves, saving, the menu on narrow windows, colours of charts. */
(function () {
  'use strict';

  function typing(target) {
    return target.closest('input, textarea, select, [contenteditable]');
  }

  function follow(rel) {
    var link = document.querySelector('[data-key="' + rel + '"]');
    if (link) {
      link.click();
    }
    return Boolean(link);
  }

  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      if (follow('s')) {
        event.preventDefault();
      }
      return;
    }
    var keys = document.querySelector('.keys');
    if (event.key === 'Escape' && keys) {
      keys.classList.remove('on');
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (event.key === '/') {
      var find = document.getElementById('find');
      if (find) {
        event.preventDefault();
        find.focus();
      }
    } else if (event.key === '?' && keys) {
      keys.classList.toggle('on');
    } else if (event.key === 'n' || event.key === 'e') {
      follow(event.key);
    }
  });

  document.addEventListener('change', function (event) {
    var form = event.target.closest('form.filters');
    if (form && event.target.tagName === 'SELECT') {
      form.requestSubmit();
    }
  });

  /* the address holds only what was asked; no field is touched for it, since Back brings the page as it was left */
  document.addEventListener('submit', function (event) {
    if (event.target.matches('form.filters')) {
      event.preventDefault();
      var asked = new URLSearchParams(new FormData(event.target));
      Array.from(asked).forEach(function (pair) {
        if (!pair[1]) {
          asked.delete(pair[0]);
        }
      });
      window.location.assign(window.location.pathname + (String(asked) && '?' + asked));
    }
  });

  /* a page out of the history shows what its address says, and not what was being chosen when it was left */
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form.filters, form.find').forEach(function (form) {
      form.reset();
    });
  });

  document.addEventListener('click', function (event) {
    var toggle = event.target.closest('.menu-toggle');
    if (toggle) {
      var open = document.querySelector('.menu').classList.toggle('open');
      toggle.setAttribute('aria-expanded', String(open));
    }
    if (event.target.closest('[data-print]')) {
      window.print();
    }
  });

  var kizuna = window.kizuna = window.kizuna || {};

  /* called by every button that saves or takes a step */
  kizuna.saving = function () {
    document.querySelectorAll('main form').forEach(kizuna.drafts.sending);
    kizuna.leaving = true;
    document.body.classList.add('busy');
  };

  kizuna.saved = function (args) {
    if (args && args.redirect) {
      return;
    }
    document.body.classList.remove('busy');
    kizuna.leaving = false;
    if (args && !args.validationFailed) {
      document.querySelectorAll('main form').forEach(kizuna.drafts.done);
    }
    var first = document.querySelector('main form .notice.bad a, main form .notice');
    if (args && first) {
      first.focus({ preventScroll: false });
      first.scrollIntoView({ block: 'nearest' });
    }
  };

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  /* a palette of names becomes the theme's colours */
  function colour(config) {
    config.data.datasets.forEach(function (set) {
      set.named = set.named || set.backgroundColor;
      set.backgroundColor = token('--' + set.named);
    });
    var scales = config.options.scales || {};
    Object.keys(scales).forEach(function (axis) {
      scales[axis].ticks = Object.assign(scales[axis].ticks || {}, { color: token('--ink-3') });
      scales[axis].grid = Object.assign(scales[axis].grid || {}, { color: token('--line') });
    });
  }

  /* called by the chart before it draws */
  window.kizunaChart = function () {
    var config = this.cfg.config;
    colour(config);
    var place = this.jq.closest('.chart');
    place.find('canvas').attr('aria-label', place.attr('data-label'));
    config.options.maintainAspectRatio = false;
    config.options.animation = false;
  };

  function redraw(width) {
    Object.values((window.PrimeFaces || {}).widgets || {}).forEach(function (widget) {
      if (widget && widget.chart && widget.jq.closest('.chart').length) {
        colour(widget.chart.config);
        widget.chart.resize.apply(widget.chart, width);
        widget.chart.update('none');
      }
    });
  }

  /* on paper everything is light and open, and the foot says what it is */
  var PAPER = [680, 290];
  var onScreen = null;

  window.addEventListener('beforeprint', function () {
    var closed = Array.from(document.querySelectorAll('main details:not(.more, .steps *, [open])'));
    onScreen = onScreen || { theme: document.documentElement.dataset.theme, closed: closed };
    document.documentElement.dataset.theme = 'light';
    closed.forEach(function (details) {
      details.open = true;
    });
    redraw(PAPER);
  });

  window.addEventListener('afterprint', function () {
    if (onScreen) {
      document.documentElement.dataset.theme = onScreen.theme;
      onScreen.closed.forEach(function (details) {
        details.open = false;
      });
      onScreen = null;
      redraw([]);
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    var paper = document.querySelector('.paper');
    if (paper) {
      paper.querySelector('[data-here]').textContent = window.location.href;
      document.documentElement.style.setProperty('--paper', JSON.stringify(paper.textContent.trim().replace(/\s+/g, ' ')));
      document.documentElement.classList.toggle('no-margin-boxes', !('CSSMarginRule' in window));
    }
  });

  /* what the page asks for by itself keeps nobody signed in */
  document.addEventListener('DOMContentLoaded', function () {
    if (!window.jQuery) {
      return;
    }
    window.jQuery.ajaxPrefilter(function (options) {
      if (/jakarta\.faces\.source=[^&]*%3Apoll(&|$)/.test(String(options.data))) {
        options.headers = Object.assign({}, options.headers, { 'Kizuna-Background': 'yes' });
      }
    });
  });
})();
