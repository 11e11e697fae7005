type Asked = Readonly<{
  challenge: string;
  credentials: readonly Readonly<{ id: string; transports: readonly string[] }>[];
}>;

/** What `navigator.credentials.get` is asked, as JSON (WebAuthn Level 3, 5.5); our script turns the texts into bytes. */
export const requestOptions = (rpId: string, { challenge, credentials }: Asked): string =>
  JSON.stringify({
    challenge,
    rpId,
    allowCredentials: credentials,
    userVerification: 'required',
    timeout: 300_000,
  });
