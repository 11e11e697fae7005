/** Text that is one plain address and nothing else: no space, no line end, no list, no name, no comment, no quotes (TST-15). */
const ONE_ADDRESS = /^[^\s\p{Cc}\p{Cf}@,;:<>()[\]"\\]{1,64}@[^\s\p{Cc}\p{Cf}@,;:<>()[\]"\\]{1,255}$/u;

export const isOneAddress = (address: string): boolean => ONE_ADDRESS.test(address);
