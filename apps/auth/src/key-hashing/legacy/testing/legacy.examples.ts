type Example = Readonly<{ name: string; hash: string; key: string; isFast: boolean }>;

/** Published test vectors of every format that can be imported, each with where it was published. */
export const legacyExamples: readonly Example[] = [
  {
    name: 'argon2id (reference implementation, test.c)',
    hash: '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    key: 'password',
    isFast: false,
  },
  {
    name: 'argon2i (reference implementation, test.c)',
    hash: '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
    key: 'password',
    isFast: false,
  },
  ...['2a', '2b', '2y'].map((variant) => ({
    name: `bcrypt $${variant}$ (crypt_blowfish, wrapper.c)`,
    hash: `$${variant}$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW`,
    key: 'U*U',
    isFast: false,
  })),
  {
    name: 'PBKDF2-SHA256 of Django (its own tests)',
    hash: 'pbkdf2_sha256$20000$seasalt$oBSd886ysm3AqYun62DOdin8YcfbU1z9cksZSuLP9r0=',
    key: 'lètmein',
    isFast: false,
  },
  {
    name: 'PBKDF2-SHA256 as passlib writes it (its own tests)',
    hash: '$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ',
    key: 'password',
    isFast: false,
  },
  {
    name: 'PBKDF2-SHA256 as PHC (RFC 7914, section 11)',
    hash: '$pbkdf2-sha256$i=80000,l=64$TmFDbA$TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1ah1CWhIlgzVJrbhBtRybMXaicr3ruh0HhHj2Kzl/M8jQ',
    key: 'Password',
    isFast: false,
  },
  {
    name: 'scrypt as PHC (RFC 7914, section 12)',
    hash: '$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofLVQylVYT8Pz2LUlwUkKpr55h6F3A1lHkDfzwF7RVdYhw',
    key: 'pleaseletmein',
    isFast: false,
  },
  {
    name: 'salted SHA-1 of Django (its own tests)',
    hash: 'sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8',
    key: 'lètmein',
    isFast: true,
  },
  {
    name: 'salted MD5 of Django (its own tests)',
    hash: 'md5$seasalt$3f86d0d3d465b7b458c231bf3555c0e3',
    key: 'lètmein',
    isFast: true,
  },
];
