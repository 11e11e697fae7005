// The pages work without this file. It only lets a person see the key they type (KEY-02) and how long it is already.

for (const input of document.querySelectorAll('input[data-show]')) {
  const eye = document.createElement('button');
  eye.type = 'button';
  eye.className = 'key-eye';
  eye.setAttribute('aria-pressed', 'false');
  eye.setAttribute('aria-controls', input.id);
  eye.setAttribute('aria-label', input.dataset.show);
  eye.append(document.getElementById('eye').content.cloneNode(true));
  const show = (shown) => {
    input.type = shown ? 'text' : 'password';
    eye.setAttribute('aria-pressed', String(shown));
  };
  eye.addEventListener('click', () => {
    show(input.type === 'password');
    input.focus();
  });
  // A browser must never keep a shown key among the values it remembers for text fields.
  input.form.addEventListener('submit', () => show(false));
  addEventListener('pagehide', () => show(false));
  input.after(eye);
}

for (const output of document.querySelectorAll('output[data-least]')) {
  const input = document.getElementById(output.getAttribute('for'));
  const least = Number(output.dataset.least);
  const tell = () => {
    // Counted as the server counts: Unicode code points after NFC.
    const length = [...input.value.normalize('NFC')].length;
    const missing = least - length;
    output.dataset.enough = String(missing <= 0);
    output.textContent =
      length === 0
        ? ''
        : missing > 0
          ? (missing === 1 ? output.dataset.one : output.dataset.more).replace('#', missing)
          : output.dataset.enoughText;
  };
  input.addEventListener('input', tell);
  tell();
}

document.querySelector('[data-first]')?.focus();
