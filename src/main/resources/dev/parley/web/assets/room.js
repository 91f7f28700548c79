// The room, live. Without this script the same forms and links work by themselves.
const room = document.querySelector('[data-room]');
const words = room.dataset;
const address = words.room;
const messages = document.getElementById('messages');
const card = document.getElementById('card');
const people = document.getElementById('people');
const composer = document.getElementById('composer');
const text = document.getElementById('text');
const trouble = document.getElementById('trouble');
const about = document.getElementById('about-words');
const below = document.getElementById('below');
const lost = document.getElementById('lost');
const fields = composer.elements;
const wide = matchMedia('(min-width: 60rem)');

const one = id => document.getElementById(id);
const parse = html => {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content;
};

// ---- what happens in the room

let version = words.version;
let source;

function connect() {
  source = new EventSource(`${address}/events?after=${encodeURIComponent(version)}`);
  const on = (name, show) => source.addEventListener(name, event => {
    show(event.data);
    if (event.lastEventId) version = event.lastEventId;
  });
  source.onopen = () => { lost.hidden = true; };
  source.onerror = () => {
    lost.hidden = false;
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
  };
  on('message', html => put(html, true));
  on('note', html => put(html, true));
  on('gone', id => one(id)?.remove());
  on('card', showCard);
  on('people', showPeople);
  on('reset', html => {
    messages.querySelectorAll('article').forEach(article => article.remove());
    messages.append(parse(html));
    toEnd();
  });
}

function atEnd() {
  return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 160;
}

function toEnd() {
  below.hidden = true;
  window.scrollTo({ top: document.documentElement.scrollHeight });
}

function put(html, live) {
  const fresh = parse(html).querySelector('article');
  const old = one(fresh.id);
  if (old) {
    const focus = old.contains(document.activeElement) ? pathTo(document.activeElement, old) : null;
    const open = old.querySelector('details')?.open;
    // The same element stays, so that a receipt does not have the whole message read out again.
    for (const { name, value } of fresh.attributes) old.setAttribute(name, value);
    old.replaceChildren(...fresh.childNodes);
    if (open) old.querySelector('details').open = true;
    if (focus) (old.querySelector(focus) ?? old.querySelector('summary'))?.focus();
    return;
  }
  const follow = atEnd() || fresh.classList.contains('own');
  if (live) fresh.classList.add('fresh');
  messages.append(fresh);
  if (follow) toEnd();
  else below.hidden = false;
}

function pathTo(element, within) {
  if (element.matches('summary')) return 'summary';
  if (element.value) return `.${element.className.split(' ')[0]}[value="${CSS.escape(element.value)}"]`;
  return within.querySelector('summary') ? 'summary' : 'button';
}

function showCard(html) {
  const before = card.querySelector('details');
  const question = before?.dataset.question;
  const focus = card.contains(document.activeElement);
  card.replaceChildren(parse(html));
  const now = card.querySelector('details');
  if (now && before && question === now.dataset.question) now.open = before.open;
  fitCard();
  if (focus) card.querySelector('summary')?.focus();
}

function fitCard() {
  const details = card.querySelector('details');
  if (details && wide.matches) details.open = true;
}

let quietly;
function showPeople(html) {
  people.replaceChildren(parse(html));
  clearTimeout(quietly);
  quietly = setTimeout(() => people.querySelector('.typing')?.replaceChildren(), 6000);
}

// ---- saying something

async function send(form, body) {
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'X-Parley': 'script', 'X-Parley-Token': words.token },
      body: new URLSearchParams(body),
      redirect: 'manual',
    });
    return answer.ok ? '' : (await answer.text()) || words.notKept;
  } catch (offline) {
    return words.notKept;
  }
}

const keptText = `parley-draft-${address}`;

function ask(under, editing, note, label) {
  fields.under.value = under;
  fields.editing.value = editing;
  about.textContent = note;
  one('send').textContent = label;
}

function plain() {
  ask('', '', '', words.send);
  trouble.textContent = '';
}

function write(value) {
  text.value = value;
  text.focus();
  text.setSelectionRange(value.length, value.length);
  fit();
}

function fit() {
  if (CSS.supports('field-sizing', 'content')) return;
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight + 2}px`;
}

let sending = false;
async function say() {
  if (sending) return;
  sending = true;
  one('send').disabled = true;
  const body = new FormData(composer);
  const said = text.value;
  const failed = await send(composer, body);
  sending = false;
  one('send').disabled = false;
  trouble.textContent = failed;
  if (!failed) {
    plain();
    fields.once.value = crypto.randomUUID?.() ?? String(Math.random());
    text.value = text.value === said ? '' : text.value;
    sessionStorage.removeItem(keptText);
    fit();
  }
  text.focus();
}

composer.addEventListener('submit', event => {
  event.preventDefault();
  say();
});

text.addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    say();
  }
  if (event.key === 'Escape' && (fields.under.value || fields.editing.value)) one('cancel').click();
});

let lastTyping = 0;
text.addEventListener('input', () => {
  fit();
  sessionStorage.setItem(keptText, text.value);
  if (text.value && Date.now() - lastTyping > 3000) {
    lastTyping = Date.now();
    send({ action: `${address}/typing` }, {});
  }
});

one('cancel').addEventListener('click', event => {
  event.preventDefault();
  if (fields.editing.value) text.value = '';
  plain();
  text.focus();
  fit();
});

// ---- links and small forms

const actions = {
  reply(link) {
    if (fields.editing.value) text.value = '';
    ask(link.dataset.reply, '', words.replying.replace('{name}', `\u2068${one(link.dataset.reply).dataset.name}\u2069`), words.send);
    write(text.value);
  },
  edit(link) {
    ask('', link.dataset.edit, words.editing, words.save);
    write(one(link.dataset.edit).dataset.text);
  },
  answer(link) {
    plain();
    label(link.dataset.answer);
  },
  answerTo(link) {
    const asked = card.querySelector(`a[href="#${link.dataset.answerTo}"]`);
    plain();
    if (asked) label(asked.dataset.number);
    else actions.reply({ dataset: { reply: link.dataset.answerTo } });
  },
  delete(link) {
    const dialog = one('sure');
    dialog.querySelector('[name=message]').value = link.dataset.delete;
    one('sure-text').textContent = one(link.dataset.delete).dataset.text;
    dialog.showModal();
    one('sure-no').focus();
  },
  async form(link) {
    try {
      const answer = await fetch(link.href, { headers: { 'X-Parley': 'script' } });
      const html = await answer.text();
      if (!answer.ok) {
        trouble.textContent = html;
        return;
      }
      one('form').replaceChildren(parse(html));
      one('form').showModal();
      one('form').querySelector('textarea, input:not([type=hidden])').focus();
    } catch (offline) {
      lost.hidden = false;
    }
  },
  async where() {
    try {
      const answer = await fetch(`${address}/where`, { headers: { 'X-Parley': 'script' } });
      const html = await answer.text();
      if (answer.ok) one('where-words').replaceChildren(parse(html));
      else one('where-words').textContent = html;
      one('where').showModal();
      one('where-title').focus();
    } catch (offline) {
      lost.hidden = false;
    }
  },
};

async function fill(form) {
  const failed = await send(form, new FormData(form));
  if (failed) form.querySelector('.trouble').textContent = failed;
  else one('form').close();
}

function label(number) {
  const prefix = `${words.prefix.replace('{number}', number)} `;
  write(text.value.startsWith(prefix) ? text.value : prefix + text.value);
}

document.addEventListener('click', event => {
  const link = event.target.closest('[data-reply],[data-edit],[data-delete],[data-answer],[data-answer-to],[data-where],[data-form]');
  for (const open of document.querySelectorAll('.menu[open]')) {
    if (!open.contains(event.target) || link) open.open = false;
  }
  if (!link || event.metaKey || event.ctrlKey) return;
  const name = Object.keys(actions).find(action => action in link.dataset);
  if (!name) return;
  event.preventDefault();
  actions[name](link);
});

document.addEventListener('toggle', event => {
  if (!event.target.matches?.('.menu[open]')) return;
  const tray = event.target.querySelector('.tray');
  tray.classList.remove('up');
  tray.classList.toggle('up', tray.getBoundingClientRect().bottom > composer.getBoundingClientRect().top);
}, true);

document.addEventListener('keydown', event => {
  const open = event.key === 'Escape' && document.querySelector('.menu[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

document.addEventListener('submit', async event => {
  const form = event.target;
  if ('filled' in form.dataset) {
    event.preventDefault();
    fill(form);
    return;
  }
  if (!('quiet' in form.dataset)) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  form.closest('.menu')?.removeAttribute('open');
  trouble.textContent = await send(form, body);
  if (form.closest('#sure')) {
    one('sure').close();
    text.focus();
  }
});

one('sure-no').addEventListener('click', () => one('sure').close());
one('form').addEventListener('click', event => {
  if (!event.target.closest('[data-close]')) return;
  event.preventDefault();
  one('form').close();
});
one('where').addEventListener('click', event => {
  if (event.target.closest('a')) one('where').close();
});
below.addEventListener('click', () => {
  toEnd();
  text.focus();
});
let following = true;
window.addEventListener('scroll', () => {
  following = atEnd();
  if (following) below.hidden = true;
}, { passive: true });
// A keyboard that opens takes half of the window away.
window.addEventListener('resize', () => { if (following) toEnd(); });
wide.addEventListener('change', fitCard);

if (!text.value) text.value = sessionStorage.getItem(keptText) ?? '';
fitCard();
fit();
if (!location.hash || location.hash === '#latest' || location.hash === '#text') requestAnimationFrame(toEnd);
if (location.hash === '#text') write(text.value);
connect();
