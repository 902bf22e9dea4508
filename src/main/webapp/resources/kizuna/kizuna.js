/* Keys, filters that apply themselves, leaving with changes, the menu on narrow windows, colours of charts. */
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
    if (event.target.closest('form.watched')) {
      changed = true;
    }
  });

  document.addEventListener('submit', function (event) {
    if (event.target.matches('form.filters')) {
      event.target.querySelectorAll('input, select').forEach(function (field) {
        if (!field.value) {
          field.disabled = true;
        }
      });
    }
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

  var changed = false;
  document.addEventListener('input', function (event) {
    if (event.target.closest('form.watched')) {
      changed = true;
    }
  });
  window.addEventListener('beforeunload', function (event) {
    if (changed && !window.kizunaSaving) {
      event.preventDefault();
    }
  });

  window.kizuna = {
    saving: function () {
      window.kizunaSaving = true;
      document.body.classList.add('busy');
    },
    saved: function (args) {
      document.body.classList.remove('busy');
      window.kizunaSaving = Boolean(args && args.saved);
      var first = document.querySelector('.ui-state-error, .notice.bad a, .notice.bad, .notice.asked');
      if (first && !window.kizunaSaving) {
        first.focus({ preventScroll: false });
        first.scrollIntoView({ block: 'nearest' });
      }
    }
  };

  function token(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  /* called by the chart before it draws: a palette of names becomes the theme's colours */
  window.kizunaChart = function () {
    var data = this.cfg.config.data;
    data.datasets.forEach(function (set) {
      set.backgroundColor = token('--' + set.backgroundColor);
    });
    var options = this.cfg.config.options;
    Object.keys(options.scales || {}).forEach(function (axis) {
      options.scales[axis].ticks = Object.assign(options.scales[axis].ticks || {}, { color: token('--ink-3') });
      options.scales[axis].grid = Object.assign(options.scales[axis].grid || {}, { color: token('--line') });
    });
    var place = this.jq.closest('.chart');
    place.find('canvas').attr('aria-label', place.attr('data-label'));
    options.maintainAspectRatio = false;
    options.animation = false;
  };
})();
