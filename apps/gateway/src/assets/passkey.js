// Passkeys are the browser's own: this hands it the challenge of the page and posts what it answers with the form.
// Only the pages that ask for a passkey load it; everything else works without.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const known = (list) => list.map(({ id, transports }) => ({ type: 'public-key', id: bytes(id), transports }));

const ceremonies = {
  create: async ({ challenge, user, excludeCredentials, ...rest }) => {
    const publicKey = {
      ...rest,
      challenge: bytes(challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: known(excludeCredentials),
    };
    const made = await navigator.credentials.create({ publicKey });
    const { clientDataJSON, attestationObject } = made.response;
    return {
      made,
      response: {
        clientDataJSON: text(clientDataJSON),
        attestationObject: text(attestationObject),
        transports: made.response.getTransports?.() ?? [],
      },
    };
  },

  get: async ({ challenge, allowCredentials, ...rest }) => {
    const publicKey = { ...rest, challenge: bytes(challenge), allowCredentials: known(allowCredentials) };
    const made = await navigator.credentials.get({ publicKey });
    const { clientDataJSON, authenticatorData, signature } = made.response;
    return {
      made,
      response: {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(signature),
      },
    };
  },
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const failed = form.querySelector('[data-failed]');
  const without = document.querySelector('[data-without-passkey]');
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  if (without) without.hidden = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const { made, response } = await ceremonies[form.dataset.passkey](JSON.parse(form.dataset.options));
      const { id, type } = made;
      form.elements.namedItem('reponse').value = JSON.stringify({
        id,
        rawId: id,
        type,
        clientExtensionResults: {},
        response,
      });
      form.submit();
    } catch {
      // Whoever pressed "cancel", or has no such passkey here, may try again: the challenge is still good.
      failed.hidden = false;
      button.disabled = false;
      button.focus();
    }
  });
}
