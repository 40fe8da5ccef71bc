/** Four numbers of an IPv4 address as one, or null. */
function ipv4(text: string): number | null {
  const parts = text.replace(/^::ffff:/i, '').split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** The eight groups of an IPv6 address, or null. */
function ipv6(text: string): number[] | null {
  if (!/^[0-9a-f:]+$/i.test(text) || text.split('::').length > 2) return null;
  const [head = '', tail] = text.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':').map((group) => parseInt(group || 'x', 16)));
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const all = [...before, ...Array.from({ length: Math.max(0, missing) }, () => 0), ...after];
  return all.every((group) => group >= 0 && group <= 0xffff) ? all : null;
}

interface Block {
  bits: string;
  length: number;
}

const binary = (numbers: number[], width: number) =>
  numbers.map((number) => number.toString(2).padStart(width, '0')).join('');

function bitsOf(address: string): string | null {
  const four = ipv4(address);
  if (four !== null) return binary([four], 32);
  const six = ipv6(address);
  return six && binary(six, 16);
}

function blockOf(network: string): Block | null {
  const [address = '', prefix, ...more] = network.trim().split('/');
  const bits = bitsOf(address);
  if (bits === null || more.length > 0) return null;
  if (prefix === undefined) return { bits, length: bits.length };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits.length) return null;
  return { bits, length: Number(prefix) };
}

/** Whether this is an address or a CIDR block, version 4 or 6. */
export const isNetwork = (text: string): boolean => blockOf(text) !== null;

/** Whether an address lies in one of these; none given = everywhere. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const bits = bitsOf(address);
  return (
    bits !== null &&
    networks.some((network) => {
      const block = blockOf(network);
      return block?.bits.length === bits.length && block.bits.slice(0, block.length) === bits.slice(0, block.length);
    })
  );
}
