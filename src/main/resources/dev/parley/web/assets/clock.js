// Counts down to what is planned, by the server's clock, and shows times of day as this browser writes them.
const words = document.querySelector('[data-now]').dataset;
const ahead = Date.parse(words.now) - Date.now();
const pad = number => String(number).padStart(2, '0');

function amount(seconds) {
  const days = Math.floor(seconds / 86400);
  if (days >= 2) return words.days.replace('{count}', days);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

function count() {
  for (const left of document.querySelectorAll('[data-until]')) {
    const seconds = Math.floor((Date.parse(left.dataset.until) - Date.now() - ahead) / 1000);
    const text = seconds > 0 ? left.dataset.pattern.replace('{time}', amount(seconds)) : words.soon;
    if (left.textContent !== text) left.textContent = text;
  }
}

function localise() {
  for (const time of document.querySelectorAll('time[datetime]:not([data-until]):not([data-local])')) {
    time.dataset.local = '';
    const at = new Date(time.dateTime);
    const day = 'day' in time.dataset ? { weekday: 'short', day: 'numeric', month: 'short' } : {};
    time.textContent = at.toLocaleString([], { hour: '2-digit', minute: '2-digit', ...day });
  }
}

new MutationObserver(() => { localise(); count(); }).observe(document.body, { childList: true, subtree: true });
localise();
count();
setInterval(count, 1000);
