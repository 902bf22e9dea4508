/* What becomes of a post: whatever goes wrong, the text stays, the button lives, and a bar says what happened. */
(function () {
  'use strict';

  var PATIENCE = 60000;
  var SIGN_IN = '/signin';
  var RESUME = 'kizuna.resume';

  var kizuna = window.kizuna = window.kizuna || {};
  var lastAgain = null;
  var begun = null;

  function bar() {
    return document.getElementById('net');
  }

  function words(name) {
    return document.getElementById('net-words').content.querySelector('[data-say="' + name + '"]').cloneNode(true);
  }

  function hide() {
    bar().hidden = true;
    bar().replaceChildren();
  }

  /* again: what the button does; none where nothing can be tried again */
  function say(name, again) {
    lastAgain = again || null;
    var parts = [words(name)];
    if (again) {
      var button = words('again');
      button.addEventListener('click', function () {
        hide();
        again();
      });
      parts.push(button);
    }
    bar().replaceChildren.apply(bar(), parts);
    bar().hidden = false;
    bar().focus();
  }

  /* a request of our own; the server answers 401 instead of a page when nobody is signed in any more */
  function ask(address, options) {
    var all = Object.assign({ cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }, options);
    all.headers = Object.assign({ 'X-Requested-With': 'XMLHttpRequest' }, all.headers);
    return fetch(address, all);
  }

  function page(address) {
    return ask(address).then(function (answer) {
      return answer.text();
    }).then(function (text) {
      return new DOMParser().parseFromString(text, 'text/html');
    });
  }

  /* the keys without which the server takes no post from a page: its view's, and its scripts' */
  function keys(fresh, id) {
    var script = fresh.querySelector('script[nonce]');
    return {
      'jakarta.faces.ViewState': fresh.getElementById(id).elements['jakarta.faces.ViewState'].value,
      'primefaces.nonce': script ? script.getAttribute('nonce') : ''
    };
  }

  /* signing in is the sign-in page's own form, sent from here; its promise tells what it refused, or nothing */
  function enter(password) {
    return page(SIGN_IN).then(function (signIn) {
      var form = signIn.querySelector('form');
      form.querySelector('[autocomplete=username]').value = bar().dataset.user;
      form.querySelector('[type=password]').value = password;
      var body = new URLSearchParams(new FormData(form));
      var button = form.querySelector('button[name]');
      body.set(button.name, button.name);
      Object.entries(keys(signIn, form.id)).forEach(function (key) {
        body.set(key[0], key[1]);
      });
      return fetch(form.getAttribute('action'), { method: 'POST', body: body });
    }).then(function (answer) {
      return answer.text().then(function (text) {
        var told = new DOMParser().parseFromString(text, 'text/html');
        if (new URL(answer.url).pathname !== SIGN_IN || !told.querySelector('[type=password]')) {
          return '';
        }
        var refusal = told.querySelector('.notice.bad');
        return refusal ? refusal.textContent : answer.statusText || String(answer.status);
      });
    });
  }

  function asksForPassword() {
    return Boolean(bar().querySelector('form'));
  }

  /* What was begun goes on afterwards. Whatever else finds nobody signed in leaves the question, and what is typed into
     it, as it stands; a button that was pressed goes before a draft that could not be kept. */
  function signedOut(form, press) {
    if (press || !begun || !asksForPassword()) {
      begun = { form: form, press: press };
    }
    if (asksForPassword()) {
      return;
    }
    var panel = words('signedOut');
    var refusal = panel.querySelector('.ui-message');
    panel.querySelector('[data-user]').textContent = bar().dataset.user;
    panel.addEventListener('submit', function (event) {
      event.preventDefault();
      var password = panel.querySelector('[type=password]');
      refusal.textContent = '';
      enter(password.value).then(function (refused) {
        password.value = '';
        if (refused) {
          refusal.textContent = refused;
          password.setAttribute('aria-invalid', 'true');
          password.focus();
        } else {
          hide();
          freshView(begun.form, begun.press);
        }
      }, function () {
        refusal.textContent = words('offline').textContent;
      });
    });
    lastAgain = null;
    bar().replaceChildren(panel);
    bar().hidden = false;
    panel.querySelector('[type=password]').focus();
  }

  function holdsFile(form) {
    return Array.from(form.querySelectorAll('[type=file]')).some(function (field) {
      return field.files.length > 0;
    });
  }

  /* The page as the server makes it now. What was typed comes back from its draft, and the button is pressed again;
     where nothing is kept, or a file was chosen, which no draft keeps, the fresh view's key is put into the form that
     stands here. */
  function freshView(form, press) {
    if (form && kizuna.drafts.keeps(form) && !holdsFile(form)) {
      kizuna.drafts.keepNow(form).then(function () {
        sessionStorage.setItem(RESUME, JSON.stringify({ address: kizuna.drafts.address(form), press: press }));
        kizuna.leaving = true;
        window.location.reload();
      }, function (status) {
        failed(status, form, press);
      });
    } else if (form) {
      page(window.location.href).then(function (fresh) {
        Object.entries(keys(fresh, form.id)).forEach(function (key) {
          form.elements[key[0]].value = key[1];
        });
        if (press) {
          document.getElementById(press).click();
        }
      }, function () {
        failed(0, form, press);
      });
    }
  }

  function failed(status, form, press) {
    var again = press && function () {
      kizuna.repeats = true;
      document.getElementById(press).click();
    };
    if (status === 401) {
      signedOut(form, press);
    } else if (status === 409) {
      freshView(form, press);
    } else if (status === 0) {
      say('offline', again);
    } else if (status === -1) {
      say('timeout', again);
    } else if (status === 403 || status === 413) {
      say(status === 403 ? 'forbidden' : 'tooLarge');
    } else {
      say(status === 503 ? 'busy' : 'failed', again);
    }
  }

  /* what the library forgets when a request fails */
  function revive(button) {
    document.body.classList.remove('busy');
    if (button) {
      window.PrimeFaces.utils.enableButton(window.jQuery(button));
      button.classList.remove('ui-state-loading');
      button.querySelectorAll('.ui-icon-loading').forEach(function (icon) {
        icon.remove();
      });
    }
  }

  function sourceOf(settings) {
    var source = settings && settings.source;
    return source && source.nodeType ? source : document.getElementById(source);
  }

  function lost(settings, status) {
    var source = sourceOf(settings);
    var pressed = source && source.matches('button, a') ? source : null;
    revive(pressed);
    kizuna.leaving = false;
    failed(status, source && source.closest('form'), pressed && pressed.id);
  }

  document.addEventListener('DOMContentLoaded', function () {
    if (!window.jQuery) {
      return;
    }
    window.jQuery.ajaxPrefilter(function (options) {
      options.timeout = options.timeout || PATIENCE;
    });
    window.jQuery(document).on('pfAjaxSuccess', function (event, xhr, settings) {
      /* what stands between may answer with a page of its own */
      if (xhr.responseText.indexOf('<partial-response') < 0) {
        lost(settings, 500);
      } else {
        hide();
      }
    }).on('pfAjaxSend', function () {
      if (!asksForPassword()) {
        hide();
      }
    }).on('pfAjaxError', function (event, xhr, settings, error) {
      lost(settings, error === 'timeout' ? -1 : xhr.status >= 200 && xhr.status < 300 ? 500 : xhr.status);
    });
  });

  /* a form that is sent as a whole, files included: whether it will arrive is asked before it leaves the page */
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (event.defaultPrevented || !form.closest('main') || !form.elements['jakarta.faces.ViewState'] || !bar()) {
      return;
    }
    event.preventDefault();
    var button = event.submitter;
    ask('/drafts').then(function (answer) {
      if (!answer.ok) {
        failed(answer.status, form, button && button.id);
        return;
      }
      kizuna.drafts.sending(form);
      if (button && button.name) {
        var pressed = document.createElement('input');
        pressed.type = 'hidden';
        pressed.name = button.name;
        pressed.value = button.value || button.name;
        form.append(pressed);
      }
      kizuna.leaving = true;
      HTMLFormElement.prototype.submit.call(form);
    }, function (error) {
      failed(error.name === 'TimeoutError' ? -1 : 0, form, button && button.id);
    });
  });

  window.addEventListener('online', function () {
    if (bar() && !bar().hidden && lastAgain) {
      say('online', lastAgain);
    }
  });

  kizuna.net = {
    ask: ask,
    failed: failed,
    /* what was begun before the view was made afresh, for the page at this address */
    resumed: function (address) {
      var begun = JSON.parse(sessionStorage.getItem(RESUME) || 'null');
      if (!begun || begun.address !== address) {
        return null;
      }
      sessionStorage.removeItem(RESUME);
      return begun;
    }
  };
})();
