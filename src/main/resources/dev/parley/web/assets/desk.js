// The desk, live: whenever something has changed, the parts that show it are fetched and put in place.
const desk = document.querySelector('[data-address]');
if (desk) {
  const words = desk.dataset;
  const ahead = Date.parse(words.now) - Date.now();
  const trouble = document.getElementById('trouble');
  const lost = document.getElementById('lost');

  // What a part says, without the time left. This script runs before the one that writes times as this browser does.
  function essence(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('[data-until]').forEach(left => left.replaceChildren());
    return copy.innerHTML;
  }
  const shown = new Map([...desk.querySelectorAll('[data-live]')].map(part => [part.id, essence(part)]));

  async function refresh() {
    try {
      const answer = await fetch(words.address);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of desk.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(part.id);
        if (fresh && essence(fresh) !== shown.get(part.id)) replace(part, fresh);
      }
    } catch (offline) {
      lost.hidden = false;
    }
  }

  // A part in which somebody is choosing waits until they are done; what is half written stays.
  function replace(part, fresh) {
    const active = document.activeElement;
    if (part.contains(active) && active.matches('select')) {
      active.addEventListener('blur', () => setTimeout(refresh), { once: true });
      return;
    }
    if ([...part.querySelectorAll('input[id]')].some(typed => typed.value && fresh.querySelector(`#${typed.id}`))) return;
    const focus = part.contains(active) ? selector(active) : null;
    const open = [...part.querySelectorAll('details')].map(details => details.open);
    shown.set(part.id, essence(fresh));
    part.replaceChildren(...fresh.childNodes);
    part.querySelectorAll('details').forEach((details, at) => { details.open = open[at] ?? false; });
    if (focus) (part.querySelector(focus) ?? part.querySelector('button'))?.focus();
  }

  function selector(element) {
    const message = element.form?.elements.message?.value;
    const within = message ? `form:has([name=message][value="${CSS.escape(message)}"]) ` : '';
    return `${within}${element.localName}${element.value ? `[value="${CSS.escape(element.value)}"]` : ''}`;
  }

  desk.addEventListener('submit', async event => {
    const form = event.target.closest('[data-steer]');
    if (!form) return;
    event.preventDefault();
    try {
      const answer = await fetch(words.address, {
        method: 'POST',
        headers: { 'X-Parley': 'script', 'X-Parley-Token': words.token },
        body: new URLSearchParams(new FormData(form, event.submitter)),
        redirect: 'manual',
      });
      trouble.textContent = answer.ok ? '' : (await answer.text()) || words.failed;
      if (answer.ok && 'keep' in form.dataset) form.reset();
      if (answer.ok) form.querySelectorAll('select').forEach(select => { select.value = ''; });
    } catch (offline) {
      trouble.textContent = words.failed;
    }
    if (trouble.textContent) trouble.scrollIntoView({ block: 'nearest' });
    refresh();
  });

  // The offer to undo goes when its time is over.
  setInterval(() => {
    for (const form of desk.querySelectorAll('[data-ends]')) {
      if (Date.parse(form.dataset.ends) < Date.now() + ahead) form.hidden = true;
    }
  }, 500);

  function connect() {
    const source = new EventSource(words.address.replace('/desk/', '/desk-events/'));
    source.addEventListener('changed', refresh);
    source.onopen = () => { lost.hidden = true; };
    source.onerror = () => {
      lost.hidden = false;
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 3000);
    };
  }
  connect();
}
