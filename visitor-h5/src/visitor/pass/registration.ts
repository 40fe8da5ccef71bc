import { type PassView } from '@gatehouse/contract/passage';
import { equal } from '@gatehouse/contract/pass/bytes';
import { readCertificate } from '@gatehouse/contract/pass/certificate';
import { generatePhoneKey } from '@gatehouse/contract/pass/webcrypto-p256';
import { SECRET_BYTES } from '@gatehouse/contract/pass/pass-format';
import { ApiError } from '../../shared/http.ts';
import * as api from '../api.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { phoneCodes, serverCodes, type CodeSource } from './code-source.ts';
import { passStore, type PhoneHalf } from './pass-store.ts';

export interface OpenedPass {
  view: PassView;
  /** null: the pass is on another phone, and somebody has to say whether it moves here */
  codes: CodeSource | null;
}

/** Web views without WebCrypto or IndexedDB, and pages on plain http, leave the key to the server. */
async function canHoldKey(): Promise<boolean> {
  if (typeof crypto === 'undefined' || !crypto.subtle || typeof indexedDB === 'undefined') return false;
  return passStore.half('').then(
    () => true,
    () => false,
  );
}

/** Opens a pass on this phone, online: makes and registers the phone's half when there is none yet. */
export async function openPass(id: string, move = false): Promise<OpenedPass> {
  const canHold = await canHoldKey();
  const held = canHold ? await passStore.half(id) : undefined;
  const view = await api.pass(id, held && toBase64url(held.publicKey));
  if (view.state !== 'active' && !view.exitOnly) return { view, codes: null };
  if (held && isFor(view.certificate, held)) return { view, codes: phoneCodes(held, view.certificate) };
  if (view.key === 'this') return { view, codes: heldByServer(id) };
  // Too late for a new phone; the pass number still opens the way out.
  if (view.exitOnly) return { view, codes: null };
  if (view.key === 'other' && !move) return onAnotherPhone(view);
  return canHold ? registerPhone(view, move) : registerServer(view, move);
}

/** The key of another phone may have taken the place of ours; the certificate names the one that counts. */
function isFor(certificate: string | null, { publicKey }: PhoneHalf): boolean {
  const phoneKey = certificate && readCertificate(fromBase64url(certificate))?.phoneKey;
  return !!phoneKey && equal(phoneKey, publicKey);
}

/** The half is kept before it is registered: should the answer get lost, the next opening finds it in force. */
async function registerPhone(view: PassView, move: boolean): Promise<OpenedPass> {
  const half = await newHalf();
  await passStore.keepHalf(view.id, half);
  const input = { publicKey: toBase64url(half.publicKey), secret: toBase64url(half.secret) };
  const registered = await unlessElsewhere(() => api.registerKey(view.id, { ...input, ...(move && { move }) }));
  return registered ? { view: registered, codes: phoneCodes(half, registered.certificate) } : onAnotherPhone(view);
}

async function registerServer(view: PassView, move: boolean): Promise<OpenedPass> {
  const held = await unlessElsewhere(() => api.holdKeyOnServer(view.id, move ? { move } : {}));
  return held ? { view: held, codes: heldByServer(view.id) } : onAnotherPhone(view);
}

const heldByServer = (id: string): CodeSource => serverCodes(() => api.serverCodes(id));

async function onAnotherPhone(view: PassView): Promise<OpenedPass> {
  await passStore.dropHalf(view.id).catch(() => undefined);
  return { view: { ...view, key: 'other' }, codes: null };
}

/** What the phone can show without network: the pass as last seen and codes signed by its own key. */
export async function openKeptPass(id: string): Promise<OpenedPass | null> {
  if (!(await canHoldKey())) return null;
  const [view, half] = await Promise.all([passStore.view(id), passStore.half(id)]);
  return view
    ? { view, codes: half && (view.state === 'active' || view.exitOnly) ? phoneCodes(half, view.certificate) : null }
    : null;
}

export const keepPass = (view: PassView): Promise<unknown> => passStore.keepView(view).catch(() => undefined);

async function newHalf(): Promise<PhoneHalf> {
  const key = await generatePhoneKey(crypto.subtle);
  return { ...key, secret: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)) };
}

async function unlessElsewhere(register: () => Promise<PassView>): Promise<PassView | null> {
  try {
    return await register();
  } catch (failure) {
    if (failure instanceof ApiError && failure.code === 'pass.on-another-phone') return null;
    throw failure;
  }
}
