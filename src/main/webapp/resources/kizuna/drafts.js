/* What is typed into a form is kept on the server until it is saved, and offered when somebody comes back to it. */
(function () {
  'use strict';

  var PAUSE = 700;
  var LONGEST_LAST_WORD = 60000;
  var NEVER = /^(jakarta\.faces\.|primefaces\.|draft$|post$)/;

  var kizuna = window.kizuna = window.kizuna || {};
  var changed = new Set();
  var timers = new Map();
  var unanswered = new Set();

  function keeps(form) {
    return form.classList.contains('watched');
  }

  /* the page's address with what asks for a record, and without what is said once */
  function address(form) {
    var here = new URL(window.location.href);
    here.searchParams.delete('done');
    return here.pathname + here.search + (form.id === 'form' ? '' : '#' + form.id);
  }

  function kept(field) {
    return field.name && field.name !== field.form.id && !NEVER.test(field.name) && !field.disabled
      && !['password', 'file', 'submit', 'button'].includes(field.type) && !field.closest('[data-secret]');
  }

  function lists(form) {
    return Array.from(form.querySelectorAll('[data-adds]'));
  }

  function rowsOf(link) {
    return Array.from(link.closest('.card').querySelectorAll('.rows > .row'));
  }

  function content(form) {
    var values = [];
    Array.from(form.elements).filter(kept).forEach(function (field) {
      if (field.type === 'checkbox' || field.type === 'radio') {
        if (field.checked) {
          values.push([field.name, field.value]);
        }
      } else if (field.type === 'select-multiple') {
        Array.from(field.selectedOptions).forEach(function (option) {
          values.push([field.name, option.value]);
        });
      } else {
        values.push([field.name, field.value]);
      }
    });
    var rows = {};
    lists(form).forEach(function (link) {
      rows[link.dataset.adds] = rowsOf(link).length;
    });
    return { values: values, rows: rows };
  }

  function where(form) {
    return '/drafts?address=' + encodeURIComponent(address(form));
  }

  /* rejected with the answer's status, or 0 without one */
  function keepNow(form, last) {
    window.clearTimeout(timers.get(form.id));
    var body = JSON.stringify({
      address: address(form),
      title: document.title.replace(/ · Kizuna$/, ''),
      content: content(form)
    });
    return kizuna.net.ask('/drafts', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: body,
      keepalive: Boolean(last) && body.length < LONGEST_LAST_WORD
    }).then(function (answer) {
      return answer.ok ? answer : Promise.reject(answer.status);
    }, function () {
      return Promise.reject(0);
    });
  }

  function touched(form) {
    changed.add(form);
    if (unanswered.has(form.id)) {
      return;
    }
    window.clearTimeout(timers.get(form.id));
    timers.set(form.id, window.setTimeout(function () {
      keepNow(form).catch(function (status) {
        if (status === 401) {
          kizuna.net.failed(status, form, null);
        } else if (status === 0) {
          // the line is broken: with the next change, or when it is back
          timers.set(form.id, null);
        }
      });
    }, PAUSE));
  }

  function erase(form) {
    window.clearTimeout(timers.get(form.id));
    return kizuna.net.ask(where(form), { method: 'DELETE' });
  }

  function ajaxDone() {
    return new Promise(function (resolve) {
      window.jQuery(document).one('pfAjaxComplete', function () {
        window.setTimeout(resolve);
      });
    });
  }

  /* one row more or less by the page's own links, until there are as many as were kept */
  function level(formId, rows) {
    var form = document.getElementById(formId);
    var uneven = lists(form).find(function (link) {
      return rows[link.dataset.adds] !== undefined && rows[link.dataset.adds] !== rowsOf(link).length;
    });
    if (!uneven) {
      return Promise.resolve(form);
    }
    var here = rowsOf(uneven);
    var click = here.length < rows[uneven.dataset.adds] ? uneven : here[here.length - 1].querySelector('.drop a');
    var done = ajaxDone();
    click.click();
    return done.then(function () {
      return level(formId, rows);
    });
  }

  function fill(form, values) {
    Array.from(form.elements).filter(kept).forEach(function (field) {
      var its = values.filter(function (pair) {
        return pair[0] === field.name;
      }).map(function (pair) {
        return pair[1];
      });
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = its.includes(field.value);
      } else if (field.type === 'select-multiple') {
        Array.from(field.options).forEach(function (option) {
          option.selected = its.includes(option.value);
        });
      } else if (its.length) {
        field.value = its[0];
      }
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  function take(form, draft) {
    return level(form.id, draft.rows).then(function (levelled) {
      fill(levelled, draft.values);
      return levelled;
    });
  }

  function offer(form, draft) {
    unanswered.add(form.id);
    var notice = document.getElementById('draft-offer').content.firstElementChild.cloneNode(true);
    notice.querySelector('[data-when]').textContent = draft.savedAt;
    notice.querySelector('[data-take]').addEventListener('click', function () {
      notice.remove();
      unanswered.delete(form.id);
      take(document.getElementById(form.id), draft.content).then(function (taken) {
        var first = taken.querySelector('input:not([type=hidden]), select, textarea');
        if (first) {
          first.focus();
        }
      });
    });
    notice.querySelector('[data-discard]').addEventListener('click', function () {
      erase(form).then(function () {
        notice.remove();
        unanswered.delete(form.id);
      });
    });
    form.before(notice);
  }

  function begin(form) {
    var resumed = kizuna.net.resumed(address(form));
    kizuna.net.ask(where(form)).then(function (answer) {
      return answer.status === 200 ? answer.json() : null;
    }).then(function (draft) {
      if (draft && resumed) {
        take(form, draft.content).then(function () {
          var button = resumed.press && document.getElementById(resumed.press);
          if (button) {
            button.click();
          }
        });
      } else if (draft) {
        offer(form, draft);
      }
    }).catch(function () {
      // nothing is lost: what was kept is offered with the next look at the page
    });
  }

  function watched(target) {
    var form = target.closest('form');
    return form && keeps(form) ? form : null;
  }

  ['input', 'change'].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = watched(event.target);
      if (form) {
        touched(form);
      }
    });
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest('[data-adds], .drop a');
    if (link && watched(link) && window.jQuery) {
      var id = watched(link).id;
      ajaxDone().then(function () {
        touched(document.getElementById(id));
      });
    }
  });

  /* the last word before the page goes */
  document.addEventListener('visibilitychange', function () {
    if (document.visibilityState === 'hidden' && !kizuna.leaving) {
      document.querySelectorAll('form.watched').forEach(function (form) {
        if (timers.get(form.id) && !unanswered.has(form.id)) {
          keepNow(form, true).catch(function () {});
        }
      });
    }
  });

  window.addEventListener('online', function () {
    document.querySelectorAll('form.watched').forEach(function (form) {
      if (changed.size) {
        touched(form);
      }
    });
  });

  window.addEventListener('beforeunload', function (event) {
    if (changed.size && !kizuna.leaving) {
      event.preventDefault();
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    document.querySelectorAll('form.watched').forEach(begin);
  });

  function field(form, name, value) {
    var input = form.elements[name];
    if (!input) {
      input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      form.append(input);
    }
    input.value = value;
  }

  kizuna.drafts = {
    keeps: keeps,
    keepNow: keepNow,
    address: address,
    /* before a form is sent: it names its draft, and its post, which has another name unless it is tried again */
    sending: function (form) {
      window.clearTimeout(timers.get(form.id));
      timers.set(form.id, null);
      var name = kizuna.repeats && form.dataset.post || crypto.getRandomValues(new Uint32Array(4)).join('-');
      kizuna.repeats = false;
      form.dataset.post = name;
      field(form, 'post', name);
      if (keeps(form)) {
        field(form, 'draft', address(form));
      }
    },
    /* after a form did what it should without leading on */
    done: function (form) {
      changed.clear();
      if (keeps(form)) {
        erase(form);
      }
    }
  };
})();
