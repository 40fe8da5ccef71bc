import { StreamableFile } from '@nestjs/common';
import { type Locale } from '@gatehouse/contract';

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to be saved under a name in the reader's language. */
export function fileAnswer(file: Buffer, plainName: string, chineseName: string, locale: Locale): StreamableFile {
  const shown = encodeURIComponent(locale === 'zh' ? chineseName : plainName);
  return new StreamableFile(file, {
    type: types[plainName.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    disposition: `attachment; filename="${plainName}"; filename*=UTF-8''${shown}`,
  });
}
