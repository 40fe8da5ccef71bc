import { type PassView } from '@gatehouse/contract/passage';
import { generatePhoneKey } from '@gatehouse/contract/pass/webcrypto-p256';
import { SECRET_BYTES } from '@gatehouse/contract/pass/pass-format';
import { ApiError } from '../../shared/http.ts';
import * as api from '../api.ts';
import { toBase64url } from './base64url.ts';
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
  const view = await api.pass(id);
  if (view.state !== 'active') return { view, codes: null };
  return (await canHoldKey()) ? openWithPhoneKey(view, move) : openWithServerKey(view, move);
}

async function openWithPhoneKey(view: PassView, move: boolean): Promise<OpenedPass> {
  const held = await passStore.half(view.id);
  if (held && view.key === 'this' && view.certificate) return { view, codes: phoneCodes(held, view.certificate) };
  if (!held && view.key === 'other' && !move) return { view, codes: null };

  // The same half may be registered again: a new session on the same phone, or an answer that got lost.
  const half = move || !held ? await newHalf() : held;
  await passStore.keepHalf(view.id, half);
  const registered = await unlessElsewhere(() =>
    api.registerKey(view.id, {
      publicKey: toBase64url(half.publicKey),
      secret: toBase64url(half.secret),
      ...((move || (!held && view.key === 'this')) && { move: true }),
    }),
  );
  if (!registered) {
    await passStore.dropHalf(view.id);
    return { view: { ...view, key: 'other' }, codes: null };
  }
  return { view: registered, codes: phoneCodes(half, registered.certificate) };
}

async function openWithServerKey(view: PassView, move: boolean): Promise<OpenedPass> {
  if (view.key === 'other' && !move) return { view, codes: null };
  const held =
    view.key === 'this' ? view : await unlessElsewhere(() => api.holdKeyOnServer(view.id, move ? { move } : {}));
  if (!held) return { view: { ...view, key: 'other' }, codes: null };
  return { view: held, codes: serverCodes(() => api.serverCodes(view.id)) };
}

/** What the phone can show without network: the pass as last seen and codes signed by its own key. */
export async function openKeptPass(id: string): Promise<OpenedPass | null> {
  if (!(await canHoldKey())) return null;
  const [view, half] = await Promise.all([passStore.view(id), passStore.half(id)]);
  return view ? { view, codes: half && view.state === 'active' ? phoneCodes(half, view.certificate) : null } : null;
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
