const append = async () => 1;

export const handle = async () => {
  append();
  await append();
  void append();
  append().catch(() => undefined);
  append().then(() => append()).finally(() => undefined);
};
