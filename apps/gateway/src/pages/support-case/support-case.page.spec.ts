import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ApproveRecovery,
  CloseSupportCase,
  DiscloseIdentifier,
  PlaceCallBack,
  RequestRecovery,
  SettleCallBack,
} from '#contracts';
import { caseAtFirst } from '../../testing/case-at-first.js';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

const list = '/assistance';
const dossier = '/assistance/dossiers/case-1';

describe('/assistance', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());
  afterEach(() => {
    gateway.standIn.supportCase = caseAtFirst;
    gateway.standIn.caseRefusal = undefined;
  });
  const operator = () => new Visitor(gateway).signIn('assistante');

  it('is where support lands after signing in', async () => {
    const visitor = await operator();
    expect((await visitor.open('/accueil')).headers['location']).toBe(list);
  });

  it.each(['gerante', 'moniteur'])('is closed to %s, page and buttons', async (who) => {
    const visitor = await new Visitor(gateway).signIn(who);
    for (const url of [list, `${list}?q=port`, dossier]) expect((await visitor.open(url)).status).toBe(403);
    await visitor.open('/accueil');
    expect((await visitor.submit(list, { ecole: 'school-1' })).status).toBe(403);
    for (const step of ['appel', 'identifiant', 'accord', 'code', 'fermeture']) {
      expect((await visitor.submit(`${dossier}/${step}`)).status).toBe(403);
    }
  });

  it('is closed to nobody and to who still has to choose a key (FRG-02)', async () => {
    expect((await new Visitor(gateway).open(dossier)).text).toContain('Connectez-vous pour continuer.');
    const choosing = await new Visitor(gateway).signIn('nouvelle');
    expect((await choosing.open(dossier)).text).not.toContain('Numéro enregistré');
  });

  it('finds schools by name, shows masked numbers and opens a case', async () => {
    const visitor = await operator();
    const found = await visitor.open(`${list}?q=port`);
    expect(found.text).toContain('•• •• •• •• 78');
    const opened = await visitor.submit(list, { ecole: 'school-1' });
    expect([opened.status, opened.headers['location']]).toEqual([303, dossier]);
    expect((await visitor.open(`${list}?q=zzz`)).text).toContain('Aucune auto-école ne porte ce nom');
  });

  it('says why a case is not opened, and knows no school but its own (TEL-10)', async () => {
    const visitor = await operator();
    const many = await visitor.submit(list, { ecole: 'busy-school' });
    expect(many.status).toBe(409);
    expect(many.text).toContain('Trois dossiers ont déjà été ouverts cette semaine');
    expect((await visitor.submit(list, { ecole: 'nowhere' })).status).toBe(404);
  });

  it.each([
    ['appel', {}, PlaceCallBack],
    ['reponse', { reponse: 'oui' }, SettleCallBack],
    ['identifiant', {}, DiscloseIdentifier],
    ['cle', { boite: 'perdue' }, RequestRecovery],
    ['cle', { boite: 'lue', facteur: 'perdu' }, RequestRecovery],
    ['accord', {}, ApproveRecovery],
    ['fermeture', {}, CloseSupportCase],
  ] as const)('takes the step %s, and comes back to the case', async (step, form, { name }) => {
    const visitor = await operator();
    await visitor.open(dossier);
    const answer = await visitor.submit(`${dossier}/${step}`, { ...form });
    expect([answer.status, answer.headers['location']]).toEqual([303, dossier]);
    expect(gateway.standIn.asked.at(-1)).toBe(name);
  });

  it('says why a step is not taken, and shows the case as it is', async () => {
    const visitor = await operator();
    await visitor.open(dossier);
    gateway.standIn.caseRefusal = 'same-operator';
    const answer = await visitor.submit(`${dossier}/accord`);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('L’accord doit venir d’un(e) collègue');
    expect(answer.text).toContain('Léandra Morvan');
    expect((await visitor.submit('/assistance/dossiers/other/appel')).status).toBe(404);
  });

  it('shows the code it has sealed to auth, in that answer alone (TEL-05)', async () => {
    const visitor = await operator();
    await visitor.open(dossier);
    const answer = await visitor.submit(`${dossier}/code`);
    const [, high, low] = /read-out">(\d{4}) (\d{4})</.exec(answer.text) ?? [];
    expect(gateway.standIn.codeHeld).toBe(`${high}${low}`);
    expect(answer.headers['cache-control']).toContain('no-store');
    expect((await visitor.open(dossier)).text).not.toContain(`${high} ${low}`);
  });

  it('shows one next step, and the trail', async () => {
    const visitor = await operator();
    const first = await visitor.open(dossier);
    expect(first.text).toContain('Rappeler le numéro enregistré');
    expect(first.text).toContain('Dossier ouvert');
    const asked = { mailbox: 'lost', factorsLost: false, accepted: false } as const;
    const recovery = { ...asked, availableFrom: '2100-01-01T09:00:00.000Z' };
    gateway.standIn.supportCase = {
      ...caseAtFirst,
      call: 'answered',
      recovery: { ...recovery, approvedBy: 'Hugo' },
    };
    expect((await visitor.open(dossier)).text).toContain('Aucun code avant le');
    gateway.standIn.supportCase = { ...caseAtFirst, mine: false, recovery };
    expect((await visitor.open(dossier)).text).toContain('Donner mon accord');
    const factorsToo = { ...recovery, factorsLost: true };
    gateway.standIn.supportCase = { ...caseAtFirst, mine: false, recovery: factorsToo };
    expect((await visitor.open(dossier)).text).toContain('Le second facteur est dit perdu aussi');
    gateway.standIn.supportCase = { ...caseAtFirst, outcome: 'vetoed' };
    expect((await visitor.open(dossier)).text).not.toContain('Terminer le dossier');
  });
});
